using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>A possible value of an expression at run time, as far as the source contains its text: a sequence of pieces.</summary>
internal sealed class TextValue
{
    public static readonly TextValue Unknown = new([Piece.Unknown]);

    public static readonly TextValue Empty = new([]);

    private TextValue(ImmutableArray<Piece> pieces) => Pieces = pieces;

    public ImmutableArray<Piece> Pieces { get; }

    /// <summary>Gets a value indicating whether the value is built only from literals of the source.</summary>
    public bool IsFromLiterals =>
        Pieces.Length > 0 && Pieces.All(piece => piece.Kind != PieceKind.Unknown) && Pieces.Any(piece => piece.Sources.Length > 0);

    /// <summary>Gets a value indicating whether a part of the value is unknown.</summary>
    public bool HasUnknown => Pieces.Any(piece => piece.Kind == PieceKind.Unknown);

    /// <summary>Gets the whole text, or <see langword="null"/> if the text of a piece is not known.</summary>
    public string? Text => Pieces.All(piece => piece.Text is not null) ? string.Concat(Pieces.Select(piece => piece.Text)) : null;

    /// <summary>Gets the syntax nodes of the literals.</summary>
    public ImmutableArray<SyntaxNode> Sources => [.. Pieces.SelectMany(piece => piece.Sources).Distinct()];

    public static TextValue Of(string text, params ImmutableArray<SyntaxNode> sources) => new([new Piece(PieceKind.Text, text, sources)]);

    /// <summary>Creates a value that is built only from literals, by a transformation that is not evaluated.</summary>
    public static TextValue Transformed(ImmutableArray<SyntaxNode> sources) => new([new Piece(PieceKind.Transformed, null, sources)]);

    public static TextValue Concat(IEnumerable<TextValue> values) => new([.. values.SelectMany(value => value.Pieces)]);

    /// <summary>
    /// Returns every combination of one alternative for each part, up to <see cref="Trail.MaximumValues"/>. Beyond this limit, only the
    /// first alternative of a part is used. An unknown part makes the whole unknown, unless <paramref name="withHoles"/> is
    /// <see langword="true"/>.
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

    /// <summary>Creates a value that is built from all the others, by a transformation that is not evaluated.</summary>
    public static TextValue TransformedOf(IReadOnlyCollection<TextValue> values) =>
        values.Any(value => value.HasUnknown) ? Unknown : Transformed([.. values.SelectMany(value => value.Sources)]);

    /// <summary>Returns the value after a change that depends on the whole text.</summary>
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

/// <summary>A piece of a text: known, built from literals by a transformation that is not evaluated, or unknown.</summary>
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
