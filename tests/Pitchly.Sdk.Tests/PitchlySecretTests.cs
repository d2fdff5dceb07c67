using Pitchly.OAuth;

namespace Pitchly.Sdk.Tests;

public sealed class PitchlySecretTests
{
    [Fact]
    public void Secret_prints_only_a_short_hash()
    {
        var secret = new PitchlySecret("correct horse battery staple");
        Assert.Equal("secret #c4bbcb1f", secret.ToString());
        Assert.Equal("correct horse battery staple", secret.Reveal());
    }

    [Fact]
    public void Secrets_compare_by_value()
    {
        Assert.Equal(new PitchlySecret("a"), new PitchlySecret("a"));
        Assert.NotEqual(new PitchlySecret("a"), new PitchlySecret("b"));
    }

    [Fact]
    public void Empty_secret_is_refused() => Assert.Throws<ArgumentException>(() => new PitchlySecret(""));

    [Fact]
    public void A_PKCE_challenge_is_the_hash_of_its_verifier()
    {
        var pkce = PkceChallenge.Create();
        Assert.Equal(43, pkce.Verifier.Reveal().Length);
        var hash = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(pkce.Verifier.Reveal()));
        Assert.Equal(Microsoft.AspNetCore.WebUtilities.WebEncoders.Base64UrlEncode(hash), pkce.Challenge);
        Assert.NotEqual(pkce.Challenge, PkceChallenge.Create().Challenge);
    }
}
