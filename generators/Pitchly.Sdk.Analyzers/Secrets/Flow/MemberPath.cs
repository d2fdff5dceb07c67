namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Which part of a value is asked for.</summary>
/// <param name="Name">A member's name, or an element's key in brackets.</param>
/// <param name="Key">The element's key, or the position in a deconstruction.</param>
/// <param name="Kind">Which of these it is.</param>
internal sealed record MemberPath(string Name, object? Key, MemberPathKind Kind)
{
    public static MemberPath Named(string name) => new(name, null, MemberPathKind.Member);

    public static MemberPath Element(object key) => new(Slot.ElementName(key), key, MemberPathKind.Element);

    public static MemberPath Positional(int index) => new($"Item{index + 1}", index, MemberPathKind.Position);
}

internal enum MemberPathKind
{
    Member,
    Element,
    Position,
}
