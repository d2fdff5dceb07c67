using System.Net.Http.Headers;
using System.Text;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>Authenticates an App at the token endpoint: by Basic authentication or by form fields (RFC 6749, section 2.3.1).</summary>
internal sealed class ClientAuthentication(Storage storage, EmulatorOptions options)
{
    /// <summary>Gets the supported methods (RFC 8414, section 2).</summary>
    public IReadOnlyList<string> Methods =>
        options.AllowBasicAuthentication ? ["client_secret_post", "client_secret_basic"] : ["client_secret_post"];

    /// <summary>Returns the App or an error response.</summary>
    public (AppRegistration? App, IResult? Refusal) Check(HttpRequest request, IFormCollection form)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            var proven = Find(form["client_id"], form["client_secret"]);
            return (proven, proven is null ? InvalidClient() : null);
        }

        if (form.ContainsKey("client_secret"))
        {
            return (null, OAuthError.Of(
                "invalid_request", "The client authenticates by both Basic and client_secret. RFC 6749, section 2.3 allows one method."));
        }

        // RFC 6749, section 5.2: the response names the scheme that the client used.
        var (id, secret) = Basic(header);
        var app = Find(id, secret);
        if (app is null || !options.AllowBasicAuthentication)
        {
            request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"Pitchly\"";
        }

        return !options.AllowBasicAuthentication ? (null, NoBasic()) : (app, app is null ? InvalidClient() : null);
    }

    private AppRegistration? Find(string? id, string? secret) =>
        storage.InitialPlatform.App(id) is { } app && app.IsSecret(secret) ? app : null;

    private static IResult InvalidClient() => OAuthError.Of(
        "invalid_client",
        "App doesn't exist, or its secret is wrong. Check client_id and client_secret.",
        StatusCodes.Status401Unauthorized);

    private static IResult NoBasic() => OAuthError.Of(
        "invalid_client",
        "This emulator is configured to reject Basic authentication, as Pitchly may do. Send client_id and client_secret in the body, as "
            + "Pitchly's own clients do.",
        StatusCodes.Status401Unauthorized);

    /// <summary>Parses the Basic credentials. Both parts are form-encoded before they are joined.</summary>
    private static (string? Id, string? Secret) Basic(string header)
    {
        var bytes = new byte[header.Length];
        if (!AuthenticationHeaderValue.TryParse(header, out var value)
            || !value.Scheme.Equals("Basic", StringComparison.OrdinalIgnoreCase)
            || !Convert.TryFromBase64String(value.Parameter ?? "", bytes, out var length))
        {
            return (null, null);
        }

        var parts = Encoding.UTF8.GetString(bytes.AsSpan(0, length)).Split(':', 2);
        return parts is [var id, var secret] ? (Decode(id), Decode(secret)) : (null, null);
    }

    private static string Decode(string part) => Uri.UnescapeDataString(part.Replace('+', ' '));
}
