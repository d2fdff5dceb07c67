namespace Pitchly.Emulator.OAuth;

/// <summary>The revocation endpoint (RFC 7009).</summary>
internal sealed class RevocationEndpoint(ClientAuthentication clients, TokenStore tokens)
{
    public const string Path = "/api/oauth/revoke";

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        var (form, refusal) = await OAuthForm.ReadAsync(request);
        if (refusal is not null)
        {
            return refusal;
        }

        var (app, refused) = clients.Check(request, form!);
        if (app is null)
        {
            return refused!;
        }

        if (form!["token"].ToString() is not { Length: > 0 } token)
        {
            return OAuthError.Of("invalid_request", "The field 'token' is missing.");
        }

        // An unknown token is treated as revoked (section 2.2).
        tokens.Revoke(app.AppId, token);
        return Results.Ok();
    }
}
