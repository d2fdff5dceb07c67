using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Analyzers.Diagnostics;

/// <summary>
/// The diagnostic rules for silent mistakes with callbacks, clients, responses, and tokens. The build itself reports PITCHLY2008
/// (buildTransitive/net8.0/Pitchly.Sdk.targets).
/// </summary>
internal static class UseRules
{
    public static readonly DiagnosticDescriptor NotACallback = Rule(
        "PITCHLY2001", "A method looks like a callback, but is none", "'{0}' is never called: {1}; the callback is '{2}'",
            DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoCallback = Rule(
        "PITCHLY2002", "A callbacks class implements no callback",
            "'{0}' implements '{1}', but none of its callbacks, so that it hears nothing; implement one, for example '{2}'",
            DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongDelegate = Rule(
        "PITCHLY2003", "A callback is set to a method of another shape", "'{0}' calls '{1}', but '{2}' is '{3}'", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ServerOnly = Rule(
        "PITCHLY2004", "What takes the App Secret is used in a client",
        "'{0}' is for servers, since it takes a secret, and a client can keep none (RFC 8252, section 8.5); "
        + "let a server call it, or sign in with PitchlyAppClient",
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FailureIgnored = Rule(
        "PITCHLY2005", "The failure case of an answer is ignored",
            "The answer may be '{0}', which nothing here looks at; use Match or Switch, or an else", DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenKept = Rule(
        "PITCHLY2006", "A token is kept beyond its renewal",
            "'{0}' keeps a token that expires and is renewed; ask GetAccessTokenAsync each time, or update it in OnConnectAsync",
            DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor CapturedPastEnd = Rule(
        "PITCHLY2007", "A client or token is used past its end", "'{0}' {1} here, but what holds it lives on; {2}",
            DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) => new(
        id, title, message, "Pitchly.Use", severity, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id));
}
