using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Options;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Analyzers.Diagnostics;

/// <summary>The diagnostic rules for secrets. No message contains the text of the secret.</summary>
internal static class SecretRules
{
    /// <summary>CWE-798: use of hard-coded credentials.</summary>
    private const string HardCoded = "external/cwe/cwe-798";

    /// <summary>CWE-532: insertion of sensitive information into a log file.</summary>
    private const string Logged = "external/cwe/cwe-532";

    public static readonly DiagnosticDescriptor SecretInCode = Rule(
        "PITCHLY3001",
        "A secret is written in the code",
        "This string is used as {0}; {1}",
        "A string in the code, or in a file that is part of the build, is used where a secret is expected. Anyone who has the code or the "
        + "client has the secret (RFC 8252, section 8.5; RFC 9700).");

    public static readonly DiagnosticDescriptor AppSecretText = Rule(
        "PITCHLY3002",
        "A Pitchly App Secret is written in the code",
        "This string has the format of a Pitchly App Secret; {0}",
        "A string in the code, or in a file that is part of the build, has the format of a Pitchly App Secret, as it is, encoded, or in "
        + "pieces. Anyone who has it can act as the App.");

    public static readonly DiagnosticDescriptor TokenInCode = Rule(
        "PITCHLY3003",
        "A token is written in the code",
        "This string is a token{0}; tokens are obtained by signing in, and expire; {1}",
        "A token is written in the code, or in a file that is part of the build. Tokens are obtained by signing in, and expire.");

    public static readonly DiagnosticDescriptor SecretAsAppId = Rule(
        "PITCHLY3004",
        "An App Secret is used as the App ID",
        "{0} expects the App ID, but receives a secret; use the App ID of the App's registration, and replace the secret, because it may "
        + "have been disclosed",
        "An App Secret is passed where the App ID is expected. Pitchly responds that the App does not exist, which hides the mistake, and "
        + "the secret has already been sent.");

    public static readonly DiagnosticDescriptor SecretInMessage = Rule(
        "PITCHLY3005",
        "A secret is written to a log or message",
        "'{0}' is a secret, and {1} would expose it; leave it out, or use PitchlySecret.ShortHash",
        "A secret is written to a log, the console, or the message of an exception, where many people can read it for a long time.",
        weakness: Logged);

    public static readonly DiagnosticDescriptor SecretInLibrary = Rule(
        "PITCHLY3006",
        "A shared library contains a secret and ships with a client",
        "'{0}' of '{1}' contains a secret, and ships with this client; remove it from the library, and replace the secret",
        "A constant or a readonly field of a shared library contains a secret. The compiler copies constants into every project that uses "
        + "them, and the library itself ships with the client.");

    /// <summary>Gets all rules for secrets.</summary>
    public static IReadOnlyList<DiagnosticDescriptor> All { get; } =
        [SecretInCode, AppSecretText, TokenInCode, SecretAsAppId, SecretInMessage, SecretInLibrary];

    /// <summary>Returns the severity of a secret in code, which depends on where the code runs.</summary>
    public static DiagnosticSeverity SeverityIn(ProjectKind kind, bool hasShape) => kind switch
    {
        ProjectKind.Client => DiagnosticSeverity.Error,
        ProjectKind.Test => hasShape ? DiagnosticSeverity.Error : DiagnosticSeverity.Info,
        _ => DiagnosticSeverity.Warning,
    };

    /// <summary>
    /// Returns the severity of a finding. Some rules have the same severity in every kind of project. No descriptor has the default
    /// severity error, because a baseline could not suppress such a finding.
    /// </summary>
    public static DiagnosticSeverity SeverityOf(DiagnosticDescriptor rule, ProjectKind kind, bool hasShape) =>
        rule == SecretAsAppId || rule == SecretInLibrary ? DiagnosticSeverity.Error
        : rule == SecretInMessage ? rule.DefaultSeverity
        : SeverityIn(kind, hasShape);

    /// <summary>Returns the recommended fix, which depends on where the code runs.</summary>
    public static string RecommendationFor(ProjectKind kind) => kind switch
    {
        ProjectKind.Client =>
            "anyone with this client can read it (RFC 8252, section 8.5); remove it, sign in with Pitchly instead, and replace the secret",
        ProjectKind.Test => "use a made-up value, or read it from the environment",
        _ => "keep it in configuration, user secrets or a vault, and replace the secret",
    };

    private static DiagnosticDescriptor Rule(string id, string title, string message, string description, string weakness = HardCoded) =>
        new(id, title, message, "Pitchly.Secrets", DiagnosticSeverity.Warning, isEnabledByDefault: true, description, HelpLink.For(id),
            "security", weakness, WellKnownDiagnosticTags.CompilationEnd);
}
