using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A kind of declaration that has a C# name, and how its author can rename it.</summary>
/// <param name="What">The kind, with its article.</param>
/// <param name="Fix">How to fix a name that cannot be used.</param>
internal sealed record NameKind(string What, string Fix)
{
    public static readonly NameKind Type = ByCSharpName("a type");
    public static readonly NameKind Property = ByCSharpName("a property");
    public static readonly NameKind Parameter = ByCSharpName("a parameter");
    public static readonly NameKind Event = ByCSharpName("an event");
    public static readonly NameKind EventHelper = ByCSharpName("the helper of an event");
    public static readonly NameKind EventDelegate = ByCSharpName("the delegate of an event");
    public static readonly NameKind EventHook = ByCSharpName("the hook of an event");
    public static readonly NameKind Request = ByCSharpName("a request");
    public static readonly NameKind Command = ByCSharpName("a command");
    public static readonly NameKind Endpoint = ByCSharpName("an endpoint");
    public static readonly NameKind Body = new(
        "the parameter of the body", "give the parameter 'request' another name in C# with 'csharpName'");

    public static readonly NameKind Constant = ByCSharpName("a value");
    public static readonly NameKind Case = new("a case", "give it another 'title' or 'csharpName'");
    public static readonly NameKind ReferenceCase = ByCSharpName("a case");
    public static readonly NameKind Channel = ByName("a channel");
    public static readonly NameKind Client = ByName("a client");
    public static readonly NameKind Namespace = new("a namespace", "choose another one");
    public static readonly NameKind File = new(
        "a schema", "give the schema a 'title' from which a C# name can be built, or rename the file");
    public static readonly NameKind InlineType = new(
        "an inline type", "give it a name with 'title', or declare it under 'types' and refer to it with '$ref'");

    public static readonly NameKind GraphQLEndpoint = ByCSharpName("a GraphQL endpoint");

    /// <summary>Reports a name that cannot be used.</summary>
    public void ReportInvalid(DiagnosticBag diagnostics, Name name, string why) =>
        diagnostics.Add(SchemaDescriptors.BadName, name.At, name.Text, What, why, Fix);

    /// <summary>Reports a name that replaces the name from the schema.</summary>
    public void ReportRenamed(DiagnosticBag diagnostics, Name name, string chosen, string why) =>
        diagnostics.Add(SchemaDescriptors.Renamed, name.At, MessageText.Capitalize(What), name.Text, chosen, why, Fix);

    /// <summary>Returns the kind of a plain value of <c>enum</c>, which cannot have a <c>csharpName</c>.</summary>
    public static NameKind Value(string literal) => new(
        "a value", $"write the values as constants in 'oneOf', this one as {{ \"const\": {literal}, \"csharpName\": \"…\" }}");

    private static NameKind ByCSharpName(string what) => new(what, "rename it, or give it another name in C# with 'csharpName'");

    private static NameKind ByName(string what) => new(what, "rename it");
}
