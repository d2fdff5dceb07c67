using System.Net;

namespace Pitchly;

public sealed partial record PitchlyError
{
    /// <summary>
    /// The code of an error that is neither an answer with a status nor a network error, and that trying again does not cure.
    /// </summary>
    internal const int NoStatus = -1;

    private const int MaximumReasonLength = 300;

    private const int TooManyRequests = (int)HttpStatusCode.TooManyRequests;

    /// <summary>Makes an error.</summary>
    /// <param name="name">What went wrong, for programs.</param>
    /// <param name="reason">What went wrong, for people.</param>
    /// <param name="code">The HTTP status, or 0 for a network error.</param>
    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PitchlyError(string name, string reason, int code) => (Name, Reason, Code) = (name, reason, code);

    /// <summary>For object initializers.</summary>
    public PitchlyError()
    {
    }

    /// <summary>
    /// Gets a value indicating whether the same wish may be granted later with nothing changed: the network was down, Pitchly was busy
    /// (408, 429, 5xx), or something between answered in its place, with what no Pitchly would say. An error that is not transient stays
    /// until the App, its registration or the user's rights change.
    /// </summary>
    public bool IsTransient => Code is 0 or (int)HttpStatusCode.RequestTimeout or TooManyRequests or (>= 500 and <= 599)
        || Name == PitchlyErrorNames.UnexpectedAnswer;

    /// <summary>
    /// Gets a value indicating whether Pitchly refused the access token. v1 has one word for a bad token and for a missing permission.
    /// </summary>
    public bool IsTokenRefused =>
        Name is PitchlyErrorNames.NotAuthorized or PitchlyErrorNames.Unauthenticated || Code == (int)HttpStatusCode.Unauthorized;

    /// <summary>Gets what to do about it; empty where nothing general can be said. After the guide's section on troubles.</summary>
    public string Advice => Name switch
    {
        PitchlyErrorNames.CouldNotConnect =>
            "Check the network, and that the address is that of a server that runs: Pitchly, an emulator, or your own.",
        PitchlyErrorNames.AppNotFound => "Check the App ID: it is the one from the App's registration, and not the App Secret.",
        PitchlyErrorNames.NotAuthorized or PitchlyErrorNames.Unauthenticated =>
            "Use the newest access token, since tokens expire, and check that the App was given the permission.",
        PitchlyErrorNames.RequestTimedOut => "Check that the App runs in Pitchly's page, and that the page answers.",
        PitchlyErrorNames.ExpiredToken => "Check this machine's clock.",
        _ => "",
    };

    /// <summary>The reason, the name, the code and the advice, in one line.</summary>
    public override string ToString() =>
        $"{Cut(Reason).TrimEnd('.')} ({Cut(Name)}, code {Code}).{(Advice.Length == 0 ? "" : " " + Advice)}";

    /// <summary>Shortens what a server says of itself to what a person reads.</summary>
    internal static string Cut(string text) => text.Length <= MaximumReasonLength
        ? text
        : string.Concat(
            text.AsSpan(0, char.IsHighSurrogate(text[MaximumReasonLength - 1]) ? MaximumReasonLength - 1 : MaximumReasonLength), "…");
}
