namespace Pitchly.Emulator;

/// <summary>The error of a GraphQL field, for both generations.</summary>
/// <param name="error">v1's kebab-case code. Only "not-authorized" is documented by Pitchly.</param>
/// <param name="reason">The human-readable reason.</param>
/// <param name="code">v2's <c>extensions.code</c>. Only "UNAUTHENTICATED" occurs in Pitchly's own code.</param>
internal sealed class PitchlyFault(string error, string reason, string code = "BAD_USER_INPUT") : Exception(reason)
{
    public const string Unauthenticated = "UNAUTHENTICATED";

    public string Error { get; } = error;

    public string Code { get; } = code;

    /// <summary>The error that the guide describes as "Access token is invalid or expired".</summary>
    public static PitchlyFault InvalidToken() => new("not-authorized", "The access token is invalid or expired.", Unauthenticated);

    /// <summary>Creates the error for a missing permission, with Pitchly's own message.</summary>
    public static PitchlyFault NoPermission() =>
        new("not-authorized", "This app does not have permission to perform this action.", "FORBIDDEN");

    public static PitchlyFault NotFound(string what) => new("not-found", $"There is no {what}.", "NOT_FOUND");

    public static PitchlyFault BadRequest(string why) => new("bad-request", why);
}
