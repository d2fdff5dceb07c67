namespace Pitchly.EndToEnd.Tests;

/// <summary>Provides the specified tokens: the next one after each rejection, and the last one from then on.</summary>
internal sealed class FixedTokens(params string[] texts) : IAccessTokenProvider
{
    private int _rejected;

    public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
        new(new AccessToken(new PitchlySecret(texts[Math.Min(_rejected, texts.Length - 1)]), DateTimeOffset.MaxValue));

    public void Reject(AccessToken token) => _rejected++;
}
