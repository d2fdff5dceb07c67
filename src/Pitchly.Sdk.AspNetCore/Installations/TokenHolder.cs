using Microsoft.Extensions.Options;

namespace Pitchly.AspNetCore.Installations;

/// <summary>Creates the token of this process from the stored installation.</summary>
internal sealed class TokenHolder(IOptionsMonitor<PitchlyServerOptions> options, TimeProvider time)
{
    /// <summary>
    /// A refused token that is younger than this is still used. v1 has one error code for an invalid token and for a missing permission,
    /// and a new token does not help in the second case.
    /// </summary>
    private static readonly TimeSpan MinimumAge = TimeSpan.FromMinutes(1);

    /// <summary>Returns the stored token, or <see langword="null"/> if it can't be read.</summary>
    /// <param name="stored">The stored installation.</param>
    /// <param name="held">The previous token of this process, which may have been refused.</param>
    public HeldToken? Hold(StoredInstallation stored, HeldToken? held)
    {
        if (stored.Tokens is null)
        {
            return null;
        }

        var now = stored.Clock.Now;
        var whole = stored.State.ExpiresAt - stored.State.IssuedAt;
        var life = new TokenLife(time, stored.State.ExpiresAt - now);
        var token = new HeldToken(
            new AccessToken(stored.Tokens.Access, life.End),
            life,
            (RenewalMargin.Of(whole, Random.Shared), RenewalMargin.OfUse(whole)),
            time);
        var isRefused = held is { IsRejected: true } && held.Token.Value.Equals(token.Token.Value);
        if (isRefused && now - stored.State.IssuedAt >= MinimumAge)
        {
            token.Reject();
        }

        return token;
    }

    /// <summary>Postpones the next attempt to renew a token.</summary>
    public HeldToken PostponeRenewal(HeldToken token)
    {
        token.PostponeRenewal(options.CurrentValue.RetryDelay);
        return token;
    }
}
