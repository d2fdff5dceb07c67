using Microsoft.Extensions.Options;

namespace Pitchly.AspNetCore.Installations;

/// <summary>Makes of what is stored what this process holds.</summary>
internal sealed class TokenHolder(IOptionsMonitor<PitchlyServerOptions> options, TimeProvider time)
{
    /// <summary>
    /// A token that is younger stays though it was refused: v1 has one word for a bad token and for a missing permission, and another token
    /// would not cure that.
    /// </summary>
    private static readonly TimeSpan LeastAge = TimeSpan.FromMinutes(1);

    /// <summary>Returns the stored token; <see langword="null"/> if it can't be read.</summary>
    /// <param name="stored">What is stored.</param>
    /// <param name="held">The token that this process had, which may be refused.</param>
    public HeldToken? Hold(StoredInstallation stored, HeldToken? held)
    {
        if (stored.Tokens is null)
        {
            return null;
        }

        var now = stored.Clock.Now;
        var whole = stored.Kept.ExpiresAt - stored.Kept.IssuedAt;
        var life = new TokenLife(time, stored.Kept.ExpiresAt - now);
        var token = new HeldToken(
            new AccessToken(stored.Tokens.Access, life.End),
            life,
            (RenewalMargin.Of(whole, Random.Shared), RenewalMargin.OfUse(whole)),
            time);
        var isRefused = held is { IsRejected: true } && held.Token.Value.Equals(token.Token.Value);
        if (isRefused && now - stored.Kept.IssuedAt >= LeastAge)
        {
            token.Reject();
        }

        return token;
    }

    /// <summary>Puts the next try to renew a token off.</summary>
    public HeldToken Later(HeldToken token)
    {
        token.Rest(options.CurrentValue.RetryDelay);
        return token;
    }
}
