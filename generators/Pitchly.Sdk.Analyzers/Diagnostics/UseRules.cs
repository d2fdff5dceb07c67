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
        "PITCHLY2001", "A method looks like a callback, but is not one", "'{0}' is never called: {1}; declare it as '{2}'",
            DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoCallback = Rule(
        "PITCHLY2002", "A callbacks class implements no callback",
            "'{0}' implements '{1}', but none of its callbacks, so it receives no events; implement one, for example '{2}'",
            DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrongDelegate = Rule(
        "PITCHLY2003", "A callback is set to a method with a different signature",
            "'{0}' expects a method of the form '{1}', but '{2}' is declared as '{3}'; change its signature", DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor ServerOnly = Rule(
        "PITCHLY2004", "A server-only API is used in a client",
        "'{0}' is for servers only: {1}; call it on a server, or sign in with PitchlyAppClient",
        DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor FailureIgnored = Rule(
        "PITCHLY2005", "The failure case of a response is ignored",
            "The response may be '{0}', which this code does not handle; use Match or Switch, or add an else",
            DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenStored = Rule(
        "PITCHLY2006", "A token is stored and not updated when it is renewed",
            "'{0}' stores a token that expires and is renewed; call GetAccessTokenAsync each time, or update it in OnConnectAsync",
            DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UsedAfterLifetime = Rule(
        "PITCHLY2007", "A client or token is used after its lifetime", "'{0}' {1}, but may be used after that; {2}",
            DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor Rule(string id, string title, string message, DiagnosticSeverity severity) => new(
        id, title, message, "Pitchly.Use", severity, isEnabledByDefault: true, helpLinkUri: HelpLink.For(id));
}
