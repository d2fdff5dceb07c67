namespace Pitchly.Emulator.OAuth;

/// <summary>The metadata of the authorization server (RFC 8414).</summary>
internal static class MetadataEndpoint
{
    public const string Path = "/.well-known/oauth-authorization-server";

    public static IResult Handle(HttpRequest request, ClientAuthentication clients)
    {
        var issuer = $"{request.Scheme}://{request.Host}";
        var authentication = clients.Methods;
        return Results.Json(new
        {
            issuer,
            authorization_endpoint = issuer + AuthorizeEndpoint.Path,
            token_endpoint = issuer + TokenEndpoint.Path,
            revocation_endpoint = issuer + RevocationEndpoint.Path,
            response_types_supported = (string[])["code"],
            response_modes_supported = (string[])["query"],
            grant_types_supported = (string[])["authorization_code", "refresh_token", "client_credentials"],
            scopes_supported = Permissions.AllScopes,
            token_endpoint_auth_methods_supported = authentication,
            revocation_endpoint_auth_methods_supported = authentication,
            code_challenge_methods_supported = (string[])["S256", "plain"],
        });
    }
}
