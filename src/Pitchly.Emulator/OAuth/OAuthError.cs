namespace Pitchly.Emulator.OAuth;

/// <summary>Creates an error response (RFC 6749, section 5.2).</summary>
internal static class OAuthError
{
    public static IResult Of(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new Dictionary<string, string> { ["error"] = error, ["error_description"] = description }, statusCode: status);
}
