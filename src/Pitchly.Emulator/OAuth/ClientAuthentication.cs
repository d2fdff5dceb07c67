using System.Net.Http.Headers;
using System.Text;

namespace Pitchly.Emulator.OAuth;

/// <summary>How an App proves who it is at the token endpoint: by Basic, or by fields of the form (RFC 6749, section 2.3.1).</summary>
internal static class ClientAuthentication
{
    /// <summary>Returns the refusal; <see langword="null"/> if the App is who it says.</summary>
    public static IResult? Refusal(HttpRequest request, IFormCollection form, AppRegistration app)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
        {
            return form["client_id"] == app.AppId && app.IsSecret(form["client_secret"]) ? null : InvalidClient();
        }

        if (form.ContainsKey("client_secret"))
        {
            return OAuthError.Of("invalid_request", "The client proves itself twice, by Basic and by client_secret; RFC 6749, section 2.3 allows one.");
        }

        var (id, secret) = Basic(header);
        if (id == app.AppId && app.IsSecret(secret))
        {
            return null;
        }

        // RFC 6749, section 5.2: the answer names the scheme that the client used.
        request.HttpContext.Response.Headers.WWWAuthenticate = "Basic realm=\"Pitchly\"";
        return InvalidClient();
    }

    private static IResult InvalidClient() => OAuthError.Of(
        "invalid_client", "App doesn't exist, or its secret is another. Check client_id and client_secret.", StatusCodes.Status401Unauthorized);

    /// <summary>Both parts are form-encoded before they are put together.</summary>
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
