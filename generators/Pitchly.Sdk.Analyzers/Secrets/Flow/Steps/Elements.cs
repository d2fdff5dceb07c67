using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from an element that is read by its key or index to that part of its collection.</summary>
internal sealed class Elements : IStep
{
    public Answer? Ask(Place place, IWalk walk) => place.Operation switch
    {
        IArrayElementReferenceOperation { Indices: [var index] } element => Of(element.ArrayReference, index, place, walk),
        IImplicitIndexerReferenceOperation { Argument: var index } element => Of(element.Instance, index, place, walk),
        IPropertyReferenceOperation { Instance: { } collection, Arguments: [var key], Property.GetMethod: { } getter }
            when walk.BodyOf(getter) is null =>
            Of(collection, key.Value, place, walk),
        _ => null,
    };

    private static Answer? Of(IOperation collection, IOperation key, Place place, IWalk walk)
    {
        if (key.ConstantValue is { HasValue: true, Value: { } known })
        {
            return Answer.From(place.PartOf(collection, Part.Element(known)));
        }

        if (key is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat, Operand.ConstantValue: { HasValue: true, Value: int back } })
        {
            var elements = place.At(collection).Select(at => at with { Path = [] }).SelectMany(at => walk.Elements(at)).ToImmutableArray();
            return back > 0 && back <= elements.Length ? Answer.From(elements[elements.Length - back] with { Path = place.Path }) : null;
        }

        if (key is IRangeOperation)
        {
            return null;
        }

        var keys = place.At(key).Select(at => at with { Path = [] }).SelectMany(at => walk.Origins(at))
            .Select(origin => origin.Operation.ConstantValue is { HasValue: true, Value: { } constant } ? constant : null)
            .Distinct()
            .ToList();
        return Answer.From(keys.Contains(null)
            ? place.PartOf(collection, Part.Any)
            : keys.SelectMany(one => place.PartOf(collection, Part.Element(one!))));
    }
}
