namespace Pitchly.Emulator;

/// <summary>Why a GraphQL field can't be had, in the words of both generations.</summary>
/// <param name="error">v1's kebab-case code; only "not-authorized" is Pitchly's own.</param>
/// <param name="reason">The reason, for people.</param>
/// <param name="code">v2's <c>extensions.code</c>; only "UNAUTHENTICATED" is seen in Pitchly's own code.</param>
internal sealed class PitchlyFault(string error, string reason, string code = "BAD_USER_INPUT") : Exception(reason)
{
    public const string Unauthenticated = "UNAUTHENTICATED";

    public string Error { get; } = error;

    public string Code { get; } = code;

    /// <summary>The guide's trouble "Access token is invalid or expired".</summary>
    public static PitchlyFault InvalidToken() => new("not-authorized", "The access token is invalid or expired.", Unauthenticated);

    /// <summary>Pitchly's own words.</summary>
    public static PitchlyFault NoPermission() =>
        new("not-authorized", "This app does not have permission to perform this action.", "FORBIDDEN");

    public static PitchlyFault NotFound(string what) => new("not-found", $"There is no {what}.", "NOT_FOUND");

    public static PitchlyFault BadRequest(string why) => new("bad-request", why);
}
