namespace Pitchly;

/// <summary>
/// Rejects a token that is already expired when it is received. Either the token is old or this machine's clock is wrong, and another
/// request would return the same result.
/// </summary>
internal static class Expiry
{
    /// <summary>Returns the response, or a failure if the response's token has expired.</summary>
    public static ConnectResponse Check(ConnectResponse response, TimeProvider time) =>
        response.TryGetSuccess(out var success) && GetError(success, time) is { } error ? new ConnectFailure { Error = error } : response;

    /// <summary>Returns the error of an expired token; <see langword="null"/> if the token is valid.</summary>
    public static PitchlyError? GetError(ConnectSuccess success, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return success.AccessTokenExpiresAt > now
            ? null
            : new PitchlyError(
                PitchlyErrorNames.ExpiredToken,
                $"Pitchly sent a token that expired at {success.AccessTokenExpiresAt:u}. This machine's clock shows {now:u}.",
                PitchlyError.NoStatus);
    }
}
