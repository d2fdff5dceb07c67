using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// A place in the program where a value is: an operation, the calls that were entered on the way to it, and the part of its value that is
/// meant.
/// </summary>
internal sealed record Place(IOperation Operation, Frame? Frame = null)
{
    /// <summary>The part of the operation's value that is meant, from the outside in; empty for the whole.</summary>
    public ImmutableArray<Part> Path { get; init; } = [];

    /// <summary>Whether nothing is to be known of the value that is here at that moment.</summary>
    public bool IsUnknown { get; init; }

    public Place Unknown => this with { IsUnknown = true };

    /// <summary>The first part that is meant, if it is not the whole.</summary>
    public Part? First => Path.IsEmpty ? null : Path[0];

    /// <summary>The same part of the value of another operation; none, if there is no such operation.</summary>
    public IEnumerable<Place> At(IOperation? operation) => At(operation, Frame);

    public IEnumerable<Place> At(IOperation? operation, Frame? frame) =>
        operation is null ? [] : [this with { Operation = operation, Frame = frame }];

    /// <summary>The same part of one part of another operation's value.</summary>
    public IEnumerable<Place> PartOf(IOperation? operation, params ImmutableArray<Part> parts) =>
        At(operation).Select(place => place with { Path = parts.AddRange(Path) });

    /// <summary>What is meant of the first part's own value, which stands elsewhere.</summary>
    public IEnumerable<Place> RestAt(IOperation? operation) => RestAt(operation, Frame);

    public IEnumerable<Place> RestAt(IOperation? operation, Frame? frame) =>
        At(operation, frame).Select(place => place with { Path = Path.RemoveAt(0) });

    /// <summary>A part of the value that is meant here.</summary>
    public Place Its(Part part) => this with { Path = Path.Add(part) };
}

/// <summary>A part of a value.</summary>
/// <param name="Kind">How it is named.</param>
/// <param name="Name">A member's name, or an element's key in brackets.</param>
/// <param name="Key">An element's key, or the position in a deconstruction.</param>
internal sealed record Part(PartKind Kind, string Name, object? Key)
{
    /// <summary>Each element in turn; of a dictionary, each of its pairs.</summary>
    public static readonly Part Each = new(PartKind.Each, "[each]", null);

    /// <summary>An element whose key is not known; of a dictionary, one of its values.</summary>
    public static readonly Part Any = new(PartKind.Any, "[any]", null);

    /// <summary>What a function returns when it is called.</summary>
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
