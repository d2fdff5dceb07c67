using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// A place in the program where a value is traced: an operation, the calls that were entered on the way to it, and the traced part of its
/// value.
/// </summary>
internal sealed record Place(IOperation Operation, Frame? Frame = null)
{
    /// <summary>Gets the path to the traced part of the operation's value, from the outside in; empty for the whole value.</summary>
    public ImmutableArray<Part> Path { get; init; } = [];

    /// <summary>Gets a value indicating whether the value at this place is unknown at that moment.</summary>
    public bool IsUnknown { get; init; }

    public Place Unknown => this with { IsUnknown = true };

    /// <summary>Gets the first part of the path; <see langword="null"/> if the whole value is traced.</summary>
    public Part? First => Path.IsEmpty ? null : Path[0];

    /// <summary>Returns the same part of the value of another operation; empty if there is no such operation.</summary>
    public IEnumerable<Place> At(IOperation? operation) => At(operation, Frame);

    public IEnumerable<Place> At(IOperation? operation, Frame? frame) =>
        operation is null ? [] : [this with { Operation = operation, Frame = frame }];

    /// <summary>Returns the same part within a part of another operation's value.</summary>
    public IEnumerable<Place> PartOf(IOperation? operation, params ImmutableArray<Part> parts) =>
        At(operation).Select(place => place with { Path = parts.AddRange(Path) });

    /// <summary>Returns the rest of the path for an operation that has the value of the first part.</summary>
    public IEnumerable<Place> RestOfPathAt(IOperation? operation) => RestOfPathAt(operation, Frame);

    public IEnumerable<Place> RestOfPathAt(IOperation? operation, Frame? frame) =>
        At(operation, frame).Select(place => place with { Path = Path.RemoveAt(0) });

    /// <summary>Returns a part of the value that is traced here.</summary>
    public Place WithPart(Part part) => this with { Path = Path.Add(part) };
}

/// <summary>A part of a value.</summary>
/// <param name="Kind">The way in which the part is identified.</param>
/// <param name="Name">A member's name, or an element's key in brackets.</param>
/// <param name="Key">An element's key, or the position in a deconstruction.</param>
internal sealed record Part(PartKind Kind, string Name, object? Key)
{
    /// <summary>Each element in order; for a dictionary, each of its key/value pairs.</summary>
    public static readonly Part Each = new(PartKind.Each, "[each]", null);

    /// <summary>An element with an unknown key; for a dictionary, one of its values.</summary>
    public static readonly Part Any = new(PartKind.Any, "[any]", null);

    /// <summary>The return value of a function.</summary>
    public static readonly Part Result = new(PartKind.Result, "()", null);

    public static Part Member(string name) => new(PartKind.Member, name, null);

    public static Part Element(object key) => new(PartKind.Element, $"[{key}]", key);

    public static Part Position(int index) => new(PartKind.Position, $"Item{index + 1}", index);
}

internal enum PartKind
{
    Member,
    Element,
    Position,
    Each,
    Any,
    Result,
}
