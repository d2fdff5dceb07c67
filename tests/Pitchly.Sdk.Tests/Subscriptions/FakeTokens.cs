namespace Pitchly.Sdk.Tests.Subscriptions;

/// <summary>Provides a sequence of tokens. The next one follows when one is rejected or when a test calls <see cref="Renew"/>.</summary>
internal sealed class FakeTokens : IAccessTokenProvider
{
    private volatile int _number = 1;

    /// <summary>Gets or sets a value indicating whether a rejected token is returned again, as a provider does with a new token.</summary>
    public bool KeepsRejected { get; set; }

    public int Rejected { get; private set; }

    /// <summary>Returns the text of a token.</summary>
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
