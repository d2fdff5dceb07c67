namespace Pitchly.Emulator.OAuth;

/// <summary>Reads the form of an OAuth request. Each field may occur only once (RFC 6749, section 3.2).</summary>
internal static class OAuthForm
{
    /// <summary>Returns the form, or an error response if it can't be read.</summary>
    public static async Task<(IFormCollection? Form, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        request.HttpContext.Response.Headers.CacheControl = "no-store";
        if (!request.HasFormContentType)
        {
            return (null, OAuthError.Of("invalid_request", "Send the fields as application/x-www-form-urlencoded."));
        }

        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.FirstOrDefault(field => field.Value.Count > 1).Key is { } twice
                ? (null, OAuthError.Of("invalid_request", $"The field '{twice}' is duplicated."))
                : (form, null);
        }
        catch (Exception error) when (error is InvalidDataException or BadHttpRequestException)
        {
            return (null, OAuthError.Of("invalid_request", $"The form can't be read: {error.Message}"));
        }
    }
}
