using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Builds texts from single characters or bytes: <c>new string(…)</c>, arrays, collections.</summary>
internal sealed class Characters : IStep
{
    /// <summary>The exclusive limit for repetitions of a character. A text with more repetitions is not one that a person chose.</summary>
    private const int MaximumRepeat = 256;

    public StepResult? Trace(Place place, IWalk walk)
    {
        if (!place.Path.IsEmpty)
        {
            return null;
        }

        return place.Operation switch
        {
            IArrayCreationOperation { Initializer: not null } or IArrayInitializerOperation or ICollectionExpressionOperation =>
                StepResult.OfTexts(() => OfElements(place, walk)),
            IObjectCreationOperation { Type.SpecialType: SpecialType.System_String } creation =>
                StepResult.OfTexts(() => OfString(creation.Arguments, place, walk)),
            IObjectCreationOperation creation when IsTextual(creation.Type) => StepResult.OfTexts(() => OfElements(place, walk)),
            { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax { Initializer: { } elements } } =>
                StepResult.OfTexts(() => TextValue.Combine(elements.Expressions.SelectMany(element => place.At(walk.OperationOf(element)))
                    .Select(walk.Texts), walk.WithHoles)),
            _ => null,
        };
    }

    private static ImmutableArray<TextValue> OfElements(Place place, IWalk walk) =>
        TextValue.Combine(walk.Elements(place).Select(walk.Texts), walk.WithHoles);

    private static IEnumerable<TextValue> OfString(ImmutableArray<IArgumentOperation> arguments, Place place, IWalk walk)
    {
        if (arguments.IsEmpty)
        {
            return [TextValue.Empty];
        }

        var texts = walk.Texts(place with { Operation = arguments[0].Value });
        return arguments switch
        {
            [_, { Value.ConstantValue: { HasValue: true, Value: int count } }] =>
                texts.Select(value => value.Map(text => Repeat(text, count))),
            [_, var start, var length] =>
                texts.Select(value => value.Map(text => Slice(text, start.Value.ConstantValue.Value, length.Value.ConstantValue.Value))),
            _ => texts,
        };
    }

    private static string? Repeat(string text, int count) =>
        count is >= 0 and < MaximumRepeat ? string.Concat(Enumerable.Repeat(text, count)) : null;

    private static string? Slice(string text, object? start, object? length) =>
        (start, length) is (int and >= 0 and var from, int and >= 0 and var count)
            && from + count <= text.Length
            ? text.Substring(from, count)
            : null;

    private static bool IsTextual(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [var element], Name: not ("Lazy" or "Task" or "ValueTask" or "Nullable") }
        && element.SpecialType is SpecialType.System_Char or SpecialType.System_Byte or SpecialType.System_String;
}
