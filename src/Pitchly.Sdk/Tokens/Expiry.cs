namespace Pitchly;

/// <summary>
/// Refuses a token that has expired before it came: it is an old one, or this machine's clock is wrong, and asking again brings the same.
/// </summary>
internal static class Expiry
{
    /// <summary>Returns the answer, or a failure in its place if its token has expired.</summary>
    public static ConnectResponse Checked(ConnectResponse answer, TimeProvider time) =>
        answer.TryGetSuccess(out var success) && Of(success, time) is { } error ? new ConnectFailure { Error = error } : answer;

    /// <summary>Returns what is wrong with a token; <see langword="null"/> if it is good.</summary>
    public static PitchlyError? Of(ConnectSuccess success, TimeProvider time)
    {
        var now = time.GetUtcNow();
        return success.AccessTokenExpiresAt > now
            ? null
            : new PitchlyError(
                PitchlyErrorNames.ExpiredToken,
                $"Pitchly gave a token that expired at {success.AccessTokenExpiresAt:u}; this machine's clock says {now:u}.",
                PitchlyError.NoStatus);
    }
}
