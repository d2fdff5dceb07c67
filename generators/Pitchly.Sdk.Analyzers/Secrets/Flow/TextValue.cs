using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>What an expression may be at run time, as far as its text stands in the source: pieces in order.</summary>
internal sealed class TextValue
{
    public static readonly TextValue Unknown = new([Piece.Unknown]);

    public static readonly TextValue Empty = new([]);

    private TextValue(ImmutableArray<Piece> pieces) => Pieces = pieces;

    public ImmutableArray<Piece> Pieces { get; }

    /// <summary>Whether nothing but literals of the source makes it.</summary>
    public bool IsFromLiterals =>
        Pieces.Length > 0 && Pieces.All(piece => piece.Kind != PieceKind.Unknown) && Pieces.Any(piece => piece.Sources.Length > 0);

    /// <summary>Whether a part of it is not known.</summary>
    public bool HasUnknown => Pieces.Any(piece => piece.Kind == PieceKind.Unknown);

    /// <summary>The whole text, or <see langword="null"/> if a piece of it is not known.</summary>
    public string? Text => Pieces.All(piece => piece.Text is not null) ? string.Concat(Pieces.Select(piece => piece.Text)) : null;

    /// <summary>Where the literals stand.</summary>
    public ImmutableArray<SyntaxNode> Sources => [.. Pieces.SelectMany(piece => piece.Sources).Distinct()];

    public static TextValue Of(string text, params ImmutableArray<SyntaxNode> sources) => new([new Piece(PieceKind.Text, text, sources)]);

    /// <summary>A text that literals alone make, by a transformation that is not followed.</summary>
    public static TextValue Transformed(ImmutableArray<SyntaxNode> sources) => new([new Piece(PieceKind.Transformed, null, sources)]);

    public static TextValue Concat(IEnumerable<TextValue> values) => new([.. values.SelectMany(value => value.Pieces)]);

    /// <summary>
    /// Every way to put one of each part together, as long as they are few. A part that is not known makes the whole unknown, unless holes
    /// are asked for.
    /// </summary>
    public static ImmutableArray<TextValue> Combine(IEnumerable<ImmutableArray<TextValue>> parts, bool withHoles)
    {
        var ways = ImmutableArray.Create(Empty);
        foreach (var part in parts)
        {
            if (!withHoles && part.All(value => value.HasUnknown))
            {
                return [Unknown];
            }

            ways = ways.Length * part.Length <= Trail.MaximumValues
                ? [.. ways.SelectMany(_ => part, (way, next) => Concat([way, next]))]
                : [.. ways.Select(way => Concat([way, part[0]]))];
        }

        return ways;
    }

    /// <summary>A text that all the others make, in a way that is not followed.</summary>
    public static TextValue TransformedOf(IReadOnlyCollection<TextValue> values) =>
        values.Any(value => value.HasUnknown) ? Unknown : Transformed([.. values.SelectMany(value => value.Sources)]);

    /// <summary>The text after a change that depends on the whole of it.</summary>
    public TextValue Map(Func<string, string?> change)
    {
        if (HasUnknown)
        {
            return Unknown;
        }

        if (Text is "")
        {
            return this;
        }

        return Text is { } text && change(text) is { } changed ? Of(changed, Sources) : Transformed(Sources);
    }
}

/// <summary>A piece of a text: known, made of literals in a way that is not followed, or unknown.</summary>
internal sealed record Piece(PieceKind Kind, string? Text, ImmutableArray<SyntaxNode> Sources)
{
    public static readonly Piece Unknown = new(PieceKind.Unknown, null, []);
}

internal enum PieceKind
{
    Unknown,
    Text,
    Transformed,
}
