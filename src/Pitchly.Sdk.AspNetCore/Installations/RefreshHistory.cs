namespace Pitchly.AspNetCore.Installations;

/// <summary>The results of the last renewals in this process, for health checks.</summary>
internal sealed class RefreshHistory(TimeProvider time)
{
    private volatile Renewed? _last;
    private volatile FailedRenewal? _failure;

    /// <summary>Gets the time at which the last new token was received.</summary>
    public DateTimeOffset? LastAt => _last?.At;

    /// <summary>Gets the last failure, or <see langword="null"/> if a token has been received since.</summary>
    public FailedRenewal? Failure => _failure;

    public void Succeeded() => (_last, _failure) = (new Renewed(time.GetUtcNow()), null);

    public void Failed(PitchlyError error) => _failure = new FailedRenewal(error, time.GetUtcNow());

    private sealed record Renewed(DateTimeOffset At);
}

/// <summary>A renewal that failed.</summary>
internal sealed record FailedRenewal(PitchlyError Error, DateTimeOffset At);
