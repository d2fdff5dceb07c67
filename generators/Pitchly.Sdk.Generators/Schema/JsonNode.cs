namespace Pitchly.Generators.Schema;

[Flags]
internal enum JsonKinds
{
    None = 0,
    Object = 1,
    Array = 2,
    String = 4,
    Number = 8,
    Boolean = 16,
    Null = 32,
}

/// <summary>A JSON value with its place in the file.</summary>
internal sealed class JsonNode(JsonKinds kind, SourceRange at, string text = "")
{
    private static readonly List<JsonMember> NoMembers = [];
    private static readonly List<JsonNode> NoItems = [];

    public JsonKinds Kind { get; } = kind;

    public SourceRange At { get; } = at;

    /// <summary>The unescaped text of a string, or the literal of a number or boolean.</summary>
    public string Text { get; } = text;

    public List<JsonMember> Members { get; } = kind == JsonKinds.Object ? [] : NoMembers;

    public List<JsonNode> Items { get; } = kind == JsonKinds.Array ? [] : NoItems;

    /// <summary>Returns a member's value; <see langword="null"/> if there is none of that name.</summary>
    public JsonNode? Member(string name)
    {
        foreach (var member in Members)
        {
            if (member.Name.Text == name)
            {
                return member.Value;
            }
        }

        return null;
    }

    /// <summary>Returns a member's text; <see langword="null"/> if it is none.</summary>
    public string? MemberText(string name) => Member(name) is { Kind: JsonKinds.String } text ? text.Text : null;

    /// <summary>Returns whether a member is true.</summary>
    public bool IsTrue(string name) => Member(name) is { Kind: JsonKinds.Boolean, Text: "true" };
}

internal sealed record JsonMember(Name Name, JsonNode Value);

/// <summary>A name written in a schema, with its place.</summary>
internal sealed record Name(string Text, SourceRange At);
