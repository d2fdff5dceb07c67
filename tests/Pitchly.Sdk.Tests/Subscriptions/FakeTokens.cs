namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>Gives one token after the other: the next when one was rejected, or when a test says so.</summary>
internal sealed class FakeTokens : IAccessTokenProvider
{
    private volatile int _number = 1;

    /// <summary>Gets or sets whether a rejected token is given again, as one that is new is.</summary>
    public bool KeepsRejected { get; set; }

    public int Rejected { get; private set; }

    /// <summary>Gets the text of a token.</summary>
    public static string Text(int number) => $"hush-{number}";

    public void Renew() => Interlocked.Increment(ref _number);

    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        new(new AccessToken(new PitchlySecret(Text(_number)), DateTimeOffset.MaxValue));

    public void Reject(AccessToken token)
    {
        Rejected++;
        if (!KeepsRejected)
        {
            Renew();
        }
    }
}
