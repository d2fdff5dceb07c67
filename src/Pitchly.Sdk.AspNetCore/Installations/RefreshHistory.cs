namespace Pitchly.AspNetCore.Installations;

/// <summary>What the last renewals of this process came to, for health checks.</summary>
internal sealed class RefreshHistory(TimeProvider time)
{
    private volatile Renewed? _last;
    private volatile FailedRenewal? _failure;

    /// <summary>Gets when a token last came.</summary>
    public DateTimeOffset? LastAt => _last?.At;

    /// <summary>Gets the failure after which no token has come yet.</summary>
    public FailedRenewal? Failure => _failure;

    public void Came() => (_last, _failure) = (new Renewed(time.GetUtcNow()), null);

    public void Failed(PitchlyError error) => _failure = new FailedRenewal(error, time.GetUtcNow());

    private sealed record Renewed(DateTimeOffset At);
}

/// <summary>A renewal that failed.</summary>
internal sealed record FailedRenewal(PitchlyError Error, DateTimeOffset At);
