namespace Pitchly.Generators.Schema;

/// <summary>Translates the documentation in a document into the notes of a declaration.</summary>
internal static class NotesTranslator
{
    /// <summary>The maximum length of an example, so that it fits into one line of documentation.</summary>
    private const int LongestExample = 80;

    /// <summary>Returns the notes of a declaration. A title is not used as a name.</summary>
    public static Notes Of(JsonNode node) => new(null, Description(node, ExampleOf(node)), node.IsTrue("deprecated"), null);

    /// <summary>Returns the notes of a parameter, including the value that the server uses by default.</summary>
    public static Notes OfParameter(JsonNode parameter)
    {
        var schema = parameter.Member("schema");
        var example = ExampleOf(parameter) ?? (schema is null ? null : ExampleOf(schema));
        var ending = schema is not null && Plain(schema.Member("default")) is { } value ? $"The default is {value}." : example;
        return new Notes(null, Description(parameter, ending), parameter.IsTrue("deprecated"), null);
    }

    private static string? Description(JsonNode node, string? ending)
    {
        var text = Text(node.MemberText("description")) ?? Text(node.MemberText("summary")) ?? Text(node.MemberText("title"));
        return text is null ? ending : ending is null ? text : $"{text.TrimEnd()}\n{ending}";
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    /// <summary>
    /// Returns the first example. A schema has a list of examples, a parameter has named examples, and both may have a single one.
    /// </summary>
    private static string? ExampleOf(JsonNode node)
    {
        var several = node.Member("examples");
        var example = node.Member("example")
            ?? several?.Items.FirstOrDefault()
            ?? several?.Members.Select(member => member.Value.Member("value")).FirstOrDefault();
        return node.MemberText("format") != "password" && Plain(example) is { } text ? $"For example: {text}." : null;
    }

    private static string? Plain(JsonNode? value) => value switch
    {
        { Kind: JsonKinds.String, Text.Length: > 0 and <= LongestExample } text => $"\"{text.Text}\"",
        { Kind: JsonKinds.Number or JsonKinds.Boolean, Text.Length: <= LongestExample } plain => plain.Text,
        _ => null,
    };
}
