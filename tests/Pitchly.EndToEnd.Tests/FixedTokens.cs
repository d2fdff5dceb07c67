namespace Pitchly.EndToEnd.Tests;

/// <summary>Gives the tokens that a test names: the next when one was rejected, and the last again and again.</summary>
internal sealed class FixedTokens(params string[] texts) : IAccessTokenProvider
{
    private int _rejected;

    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        new(new AccessToken(new PitchlySecret(texts[Math.Min(_rejected, texts.Length - 1)]), DateTimeOffset.MaxValue));

    public void Reject(AccessToken token) => _rejected++;
}
