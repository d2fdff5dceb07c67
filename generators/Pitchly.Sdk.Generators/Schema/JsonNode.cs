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

/// <summary>A JSON value with its location in the file.</summary>
internal sealed class JsonNode(JsonKinds kind, SourceRange at, string text = "")
{
    private static readonly List<JsonMember> NoMembers = [];
    private static readonly List<JsonNode> NoItems = [];

    public JsonKinds Kind { get; } = kind;

    public SourceRange At { get; } = at;

    /// <summary>Gets the unescaped string, or the literal of a number or a Boolean value.</summary>
    public string Text { get; } = text;

    public List<JsonMember> Members { get; } = kind == JsonKinds.Object ? [] : NoMembers;

    public List<JsonNode> Items { get; } = kind == JsonKinds.Array ? [] : NoItems;

    /// <summary>Returns a member's value; <see langword="null"/> if there is no member with that name.</summary>
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

    /// <summary>Returns a member's string; <see langword="null"/> if there is no such member or if it is not a string.</summary>
    public string? MemberText(string name) => Member(name) is { Kind: JsonKinds.String } text ? text.Text : null;

    /// <summary>Returns <see langword="true"/> if a member is JSON true; otherwise, <see langword="false"/>.</summary>
    public bool IsTrue(string name) => Member(name) is { Kind: JsonKinds.Boolean, Text: "true" };
}

internal sealed record JsonMember(Name Name, JsonNode Value);

/// <summary>A name in a schema, with its location.</summary>
internal sealed record Name(string Text, SourceRange At);
