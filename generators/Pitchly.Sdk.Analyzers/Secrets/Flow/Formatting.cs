using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Joins and formats strings as .NET does.</summary>
internal static class Formatting
{
    /// <summary>Returns the possible strings of each value, or of each of its elements if it is a collection of strings.</summary>
    public static IEnumerable<ImmutableArray<TextValue>> Parts(IEnumerable<IOperation> values, Frame? frame, IWalk walk) =>
        values.Select(value => new Place(value, frame)).SelectMany(value => !IsOfTexts(value.Operation) ? [walk.Texts(value)]
            : walk.Elements(value) is { IsEmpty: false } elements ? elements.Select(walk.Texts)
            : [[TextValue.Unknown]]);

    public static ImmutableArray<TextValue> Join(ImmutableArray<IOperation> values, Frame? frame, IWalk walk)
    {
        var separator = walk.Texts(new Place(values[0], frame))[0] is { Text: { } text } ? TextValue.Of(text) : TextValue.Unknown;
        var parts = Parts(values.Skip(1), frame, walk).SelectMany((part, index) => index == 0 ? new[] { part } : [[separator], part]);
        return TextValue.Combine(parts, walk.WithHoles);
    }

    public static ImmutableArray<TextValue> Format(ImmutableArray<IOperation> values, Frame? frame, IWalk walk)
    {
        var rest = values[0].Type?.SpecialType == SpecialType.System_String ? values : values.RemoveAt(0);
        if (rest.IsEmpty)
        {
            return [TextValue.Unknown];
        }

        var arguments = Parts(rest.Skip(1), frame, walk).ToList();
        return [.. walk.Texts(new Place(rest[0], frame)).SelectMany(format =>
            format.Text is { } text ? TextValue.Combine(Filled(text, format.Sources, arguments), walk.WithHoles) : [TextValue.Unknown])];
    }

    private static IEnumerable<ImmutableArray<TextValue>> Filled(string text, ImmutableArray<SyntaxNode> sources,
        List<ImmutableArray<TextValue>> arguments)
    {
        var start = 0;
        for (var open = text.IndexOf('{'); open >= 0 && text.IndexOf('}', open) is >= 0 and var close; open = text.IndexOf('{', start))
        {
            if (open > start)
            {
                yield return [TextValue.Of(text.Substring(start, open - start), sources)];
            }

            var index = text.Substring(open + 1, close - open - 1).Split(',', ':')[0];
            yield return int.TryParse(index, out var number) && number >= 0
                && number < arguments.Count
                ? arguments[number]
                : [TextValue.Unknown];
            start = close + 1;
        }

        if (start < text.Length)
        {
            yield return [TextValue.Of(text.Substring(start), sources)];
        }
    }

    private static bool IsOfTexts(IOperation value) => value is ICollectionExpressionOperation || value.Type switch
    {
        IArrayTypeSymbol array => array.ElementType.SpecialType is not (SpecialType.System_Char or SpecialType.System_Byte),
        INamedTypeSymbol { Name: "IEnumerable" or "List" or "ReadOnlySpan", TypeArguments: [var element] } =>
            element.SpecialType != SpecialType.System_Char,
        _ => false,
    };
}
