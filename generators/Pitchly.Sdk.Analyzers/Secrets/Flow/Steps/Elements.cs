using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from an element that is read by its key or index to that part of its collection.</summary>
internal sealed class Elements : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.Operation switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } element => Of(element.ArrayReference, index, place, walk),
        IImplicitIndexerReferenceOperation { Argument: var index } element => Of(element.Instance, index, place, walk),
        IPropertyReferenceOperation { Instance: { } collection, Arguments: [var key], Property.GetMethod: { } getter }
            when walk.BodyOf(getter) is null =>
            Of(collection, key.Value, place, walk),
        _ => null,
    };

    private static bool IsLetter(ITypeSymbol? type) => type?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    /// <summary>
    /// Determines whether an index counts through a text. Any other index selects characters for another text, as from an alphabet.
    /// </summary>
    private static bool IsCounter(IOperation key) => key switch
    {
        ILiteralOperation => true,
        ILocalReferenceOperation { Local: { } local } =>
            local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() is VariableDeclaratorSyntax counter
            && Writes.AnyIn(counter.FirstAncestorOrSelf<BlockSyntax>() ?? (SyntaxNode)counter, local.Name),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Remainder, LeftOperand: var left } => IsCounter(left),
        IBinaryOperation sum => IsCounter(sum.LeftOperand) && IsCounter(sum.RightOperand),
        IUnaryOperation unary => IsCounter(unary.Operand),
        IIncrementOrDecrementOperation step => IsCounter(step.Target),
        IConversionOperation conversion => IsCounter(conversion.Operand),
        IPropertyReferenceOperation { Property.Name: "Length" or "Count" } => true,
        _ => key.ConstantValue.HasValue,
    };

    private static StepResult? Of(IOperation collection, IOperation key, Place place, IWalk walk)
    {
        if (Entry.ConstantOf(key) is { } known)
        {
            return StepResult.From(place.PartOf(collection, Part.Element(known)));
        }

        if (key is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int back } })
        {
            var elements = place.At(collection).Select(at => at with { Path = [] }).SelectMany(at => walk.Elements(at)).ToImmutableArray();
            return back > 0 && back <= elements.Length
                ? StepResult.From(elements[elements.Length - back] with { Path = place.Path })
                : null;
        }

        if (key is IRangeOperation)
        {
            return null;
        }

        if (IsLetter(place.Operation.Type) && !IsCounter(key))
        {
            return StepResult.From(place.Unknown);
        }

        var keys = place.At(key).Select(at => at with { Path = [] }).SelectMany(at => walk.Origins(at))
            .Select(origin => origin.Operation.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null)
            .Distinct()
            .ToList();
        return StepResult.From(keys.Contains(null)
            ? place.PartOf(collection, Part.Any)
            : keys.SelectMany(one => place.PartOf(collection, Part.Element(one!))));
    }
}
