using System.Security.Claims;
using Microsoft.Extensions.Options;
using Pitchly.AspNetCore.Wire;

namespace Pitchly.AspNetCore.SignIn;

/// <summary>Queries Pitchly for the owner of a token.</summary>
internal sealed class IdentityQuery(IHttpClientFactory clients, IOptionsMonitor<PitchlyServerOptions> options)
{
    /// <summary>The name of the HTTP client for the API.</summary>
    public static readonly string ClientName = typeof(PitchlyIdentityClient).FullName!;

    /// <exception cref="PitchlyException">Pitchly refused the token or is unavailable.</exception>
    public async Task<SignedInPerson> GetAsync(PitchlySecret accessToken, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(ClientName);
        http.BaseAddress = options.CurrentValue.ApiAddress;
        var client = new PitchlyIdentityClient(http, new OneToken(accessToken));
        var viewer = await client.GetViewerAsync(cancellationToken).ConfigureAwait(false);
        var organization = await client.GetOrganizationAsync(cancellationToken).ConfigureAwait(false);
        return new SignedInPerson(viewer, organization.Id);
    }

    private sealed class OneToken(PitchlySecret token) : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(token, DateTimeOffset.MaxValue));
    }
}

/// <summary>The person who has signed in.</summary>
internal sealed record SignedInPerson(Viewer Viewer, OrganizationId OrganizationId)
{
    public IEnumerable<Claim> Claims(DatabaseId? databaseId, string issuer)
    {
        (string Type, string? Value)[] claims =
        [
            (ClaimTypes.NameIdentifier, Viewer.Person?.Id.Value),
            (ClaimTypes.Name, Viewer.Person?.Name),
            (ClaimTypes.Email, Viewer.Person?.Email),
            (PitchlyClaimTypes.Picture, Viewer.Person?.Image),
            (PitchlyClaimTypes.Tier, Viewer.Tier),
            (PitchlyClaimTypes.OrganizationId, OrganizationId.Value),
            (PitchlyClaimTypes.DatabaseId, databaseId?.Value),
        ];
        return claims.Where(claim => !string.IsNullOrEmpty(claim.Value))
            .Select(claim => new Claim(claim.Type, claim.Value!, ClaimValueTypes.String, issuer));
    }
}
