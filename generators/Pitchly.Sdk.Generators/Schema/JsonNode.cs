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
}

internal sealed record JsonMember(Name Name, JsonNode Value);

/// <summary>A name written in a schema, with its place.</summary>
internal sealed record Name(string Text, SourceRange At);
