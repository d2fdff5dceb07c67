using System.Net;

namespace Pitchly;

public sealed partial record PitchlyError
{
    /// <summary>
    /// The code of an error that has no HTTP status, is not a network error, and would occur again if the call were repeated.
    /// </summary>
    internal const int NoStatus = -1;

    private const int MaximumReasonLength = 300;

    private const int TooManyRequests = (int)HttpStatusCode.TooManyRequests;

    /// <summary>Creates an error.</summary>
    /// <param name="name">The name of the error, for programs.</param>
    /// <param name="reason">The human-readable reason.</param>
    /// <param name="code">The HTTP status, or 0 for a network error.</param>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PitchlyError(string name, string reason, int code) => (Name, Reason, Code) = (name, reason, code);

    /// <summary>Creates an error whose properties are set by an object initializer.</summary>
    public PitchlyError()
    {
    }

    /// <summary>
    /// Gets a value indicating whether the same request may succeed later without a change: the network was down, Pitchly was busy (408,
    /// 429, 5xx), or an intermediary responded instead of Pitchly, with a response that Pitchly never sends. An error that is not transient
    /// remains until the App, its registration or the user's rights change.
    /// </summary>
    public bool IsTransient => Code is 0 or (int)HttpStatusCode.RequestTimeout or TooManyRequests or (>= 500 and <= 599)
        || Name == PitchlyErrorNames.UnexpectedResponse;

    /// <summary>
    /// Gets a value indicating whether Pitchly refused the access token. v1 has the same error name for an invalid token and for a missing
    /// permission.
    /// </summary>
    public bool IsTokenRefused =>
        Name is PitchlyErrorNames.NotAuthorized or PitchlyErrorNames.Unauthenticated || Code == (int)HttpStatusCode.Unauthorized;

    /// <summary>
    /// Gets advice on how to resolve the error; empty if there is no general advice. It is based on the troubleshooting section of the
    /// guide.
    /// </summary>
    public string Advice => Name switch
    {
        PitchlyErrorNames.CouldNotConnect =>
            "Check the network, and check that the address is the one of a running server: Pitchly, an emulator, or your own.",
        PitchlyErrorNames.AppNotFound => "Check the App ID. Use the one from the App's registration, not the App Secret.",
        PitchlyErrorNames.NotAuthorized or PitchlyErrorNames.Unauthenticated =>
            "Use the newest access token, because tokens expire, and check that the App has the permission.",
        PitchlyErrorNames.RequestTimedOut => "Check that the App runs in Pitchly's page, and that the page responds.",
        PitchlyErrorNames.ExpiredToken => "Check this machine's clock.",
        _ => "",
    };

    /// <summary>Returns the reason, the name, the code and the advice in one line.</summary>
    public override string ToString() =>
        $"{Cut(Reason).TrimEnd('.')} ({Cut(Name)}, code {Code}).{(Advice.Length == 0 ? "" : " " + Advice)}";

    /// <summary>Shortens a text from a server to a length that is readable.</summary>
    internal static string Cut(string text) => text.Length <= MaximumReasonLength
        ? text
        : string.Concat(
            text.AsSpan(0, char.IsHighSurrogate(text[MaximumReasonLength - 1]) ? MaximumReasonLength - 1 : MaximumReasonLength), "…");
}
