using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.Diagnostics;

/// <summary>The descriptors of all diagnostics about schemas. Each message says what is wrong and how to fix it.</summary>
internal static class SchemaDescriptors
{
    public static readonly DiagnosticDescriptor BadJson = Error(
        "PITCHLY1001", "The schema is not JSON", "The schema is not valid JSON: {0}");

    public static readonly DiagnosticDescriptor UnknownKeyword = Error(
        "PITCHLY1002", "Unknown keyword", "'{0}' is not a keyword of {1}; {2}");

    public static readonly DiagnosticDescriptor WrongValue = Error(
        "PITCHLY1003", "Wrong type or value for a keyword", "{0} must be {1}, but is {2}");

    public static readonly DiagnosticDescriptor MissingKeyword = Error(
        "PITCHLY1004", "Missing keyword", "{0} needs the keyword '{1}': {2}");

    public static readonly DiagnosticDescriptor DanglingReference = Error(
        "PITCHLY1005", "Dangling reference", "The reference '{0}' can't be resolved: {1}");

    public static readonly DiagnosticDescriptor Collision = Error(
        "PITCHLY1006", "Colliding names", "{0} is declared twice{1}; {2}");

    public static readonly DiagnosticDescriptor BadName = Error(
        "PITCHLY1007", "Reserved or invalid name", "'{0}' can't be the name of {1}: {2}; {3}");

    public static readonly DiagnosticDescriptor PathParameter = Error(
        "PITCHLY1008", "Path and parameters do not match", "{0}");

    public static readonly DiagnosticDescriptor AmbiguousUnion = Error(
        "PITCHLY1009", "Ambiguous union", "The cases '{0}' and '{1}' can't be distinguished in JSON: {2}");

    public static readonly DiagnosticDescriptor ImpossibleCycle = Error(
        "PITCHLY1010", "A cycle that no value can satisfy",
        "No value of '{0}' can exist, because it requires another value of '{0}' ({1}); make a property in the cycle optional or nullable");

    public static readonly DiagnosticDescriptor NotApplicable = Error(
        "PITCHLY1011", "Keyword does not apply here", "'{0}' does not apply to {1}; {2}");

    public static readonly DiagnosticDescriptor UnsupportedHere = Error(
        "PITCHLY1012", "Type can't be used here", "{0} can't be {1}: {2}");

    public static readonly DiagnosticDescriptor LanguageTooOld = Error(
        "PITCHLY1013",
        "The project's C# version is too low",
        "The code generated from schemas needs C# {0}, but this project is compiled as C# {1}; remove 'LangVersion' from the project, or "
            + "set it to {0} or higher");

    public static readonly DiagnosticDescriptor Renamed = new(
        "PITCHLY1014",
        "Different name in C#",
        "{0} '{1}' is named '{2}' in C#: {3}; {4}",
        "Pitchly.Schema",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("PITCHLY1014"));

    public static readonly DiagnosticDescriptor UnseenByContext = Error(
        "PITCHLY1015",
        "A JsonSerializerContext of the same project can't include a generated type",
        "'{0}' is generated from a schema, and a source generator does not see the output of another one, so a JsonSerializerContext of "
            + "this project can't include it; remove it from the context, and set TypeInfoResolver = "
            + "JsonTypeInfoResolver.Combine({1}.Default, …), with the context as the second argument");

    public static readonly DiagnosticDescriptor CompiledTwice = Error(
        "PITCHLY1016",
        "A referenced project also has the schema's types",
        "'{0}' is also compiled by {1}; compile the schema only there, with <AdditionalFiles Update=\"{2}\" "
            + "PitchlySchemaReference=\"true\" /> in this project, or give the schema a different 'namespace' here, or \"access\": "
            + "\"internal\" in both");

    public static readonly DiagnosticDescriptor LeftOut = new(
        "PITCHLY1017",
        "A part of the document is not used",
        "{0}: {1}",
        "Pitchly.Schema",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For("PITCHLY1017"));

    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id,
        title,
        message,
        "Pitchly.Schema",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: HelpLink.For(id));
}
