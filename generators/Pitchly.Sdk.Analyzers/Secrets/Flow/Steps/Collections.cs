using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from elements of a newly created collection to the values that it is created from, in order.</summary>
internal sealed class Collections : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        switch (place.First)
        {
            case { Kind: PartKind.Each or PartKind.Any } part:
                return Each(place.Operation, place with { Path = place.Path.RemoveAt(0) }, part, walk) is { } elements
                    ? StepResult.From(elements) : null;
            case { Kind: PartKind.Element, Key: int index } when IsSequence(place.Operation, walk):
                var all = walk.Elements(place with { Path = [] });
                return index >= 0 && index < all.Length ? StepResult.From(all[index] with { Path = place.Path.RemoveAt(0) }) : null;
            case { Kind: PartKind.Element }
                when place.Operation is IInvocationOperation call && IsImmutableAddition(call, out var under, out var value):
                return StepResult.From(
                    Equals(under.ConstantValue.Value, place.First.Key) ? place.RestOfPathAt(value) : place.At(call.Instance));
            default:
                return null;
        }
    }

    private static bool IsSequence(IOperation operation, IWalk walk) => operation switch
    {
        IArrayCreationOperation or IArrayInitializerOperation or ICollectionExpressionOperation => true,
        IInvocationOperation call => KnownFunctions.IsSequence(call.TargetMethod),
        IObjectCreationOperation creation =>
            creation.Type is INamedTypeSymbol { TypeArguments.Length: 1 }
            && (creation.Initializer is not null || IsOfFramework(creation, walk)),
        _ => false,
    };

    private static bool IsOfFramework(IObjectCreationOperation creation, IWalk walk) =>
        creation.Constructor is { } constructor && walk.DeclarationOf(constructor) is null;

    private static bool IsImmutableAddition(IInvocationOperation call, out IOperation key, out IOperation value)
    {
        (key, value) = call.Arguments is [var under, var added] ? (under.Value, added.Value) : (call, call);
        return call.Arguments.Length == 2
            && call.TargetMethod is { Name: "Add" or "SetItem", ContainingType.Name: "ImmutableDictionary" or "ImmutableSortedDictionary" };
    }

    /// <summary>
    /// Returns the elements, with the same part of the value as in <paramref name="place"/>; <see langword="null"/> if the operation does
    /// not create a collection.
    /// </summary>
    private static IEnumerable<Place>? Each(IOperation operation, Place place, Part part, IWalk walk) => operation switch
    {
        IArrayCreationOperation creation => (creation.Initializer?.ElementValues ?? []).SelectMany(element => place.At(element)),
        IArrayInitializerOperation initializer => initializer.ElementValues.SelectMany(element => place.At(element)),
        ICollectionExpressionOperation expression => expression.Elements.SelectMany(element =>
            element is ISpreadOperation spread ? place.PartOf(spread.Operand, part) : place.At(element)),
        IObjectCreationOperation creation => OfCreation(creation, place, part) ?? OfEnumerator(creation, place, walk),
        IInvocationOperation call when KnownFunctions.IsSequence(call.TargetMethod) => OfSequence(call, place, part, walk),
        IInvocationOperation call when walk.YieldsOf(call.TargetMethod) is { } yielded =>
            Frame.Enter(call.TargetMethod, call.Arguments, call.Instance, place.Frame) is { } inside
                ? yielded.SelectMany(value => place.At(value, inside)) : [],
        IInvocationOperation { TargetMethod: { Name: "Split", ContainingType.SpecialType: SpecialType.System_String } } split =>
            place.At(split),
        IPropertyReferenceOperation { Property.Name: "Values", Instance: { } dictionary } =>
            place.PartOf(dictionary, Part.Each, Part.Member("Value")),
        IPropertyReferenceOperation { Property.Name: "Keys", Instance: { } dictionary } =>
            place.PartOf(dictionary, Part.Each, Part.Member("Key")),
        _ => null,
    };

    private static IEnumerable<Place>? OfCreation(IObjectCreationOperation creation, Place place, Part part)
    {
        var initializers = creation.Initializer?.Initializers ?? [];
        if (initializers.Any(one => Entry.Of(one) is not null))
        {
            return initializers.Where(one => Entry.Of(one) is not null)
                .SelectMany(one => place.At(part.Kind == PartKind.Any ? Entry.Of(one)!.Value : one));
        }

        var added = initializers.OfType<IInvocationOperation>()
            .Where(add => add is { TargetMethod.Name: "Add", Arguments.Length: 1 })
            .SelectMany(add => place.At(add.Arguments[0].Value));
        var isCopy = creation.Arguments is [{ Value.Type.SpecialType: not SpecialType.System_Int32 }] && initializers.IsEmpty;
        return isCopy ? place.PartOf(creation.Arguments[0].Value, part) : initializers.IsEmpty ? null : added;
    }

    /// <summary>Returns the values that the iterator of a type of the source yields when the type is enumerated.</summary>
    private static IEnumerable<Place>? OfEnumerator(IObjectCreationOperation creation, Place place, IWalk walk) =>
        creation.Type?.GetMembers(WellKnownMemberNames.GetEnumeratorMethodName).OfType<IMethodSymbol>()
            .FirstOrDefault(one => one.Parameters.IsEmpty) is { } enumerator
        && Frame.Enter(enumerator, [], creation, place.Frame) is { } inside
            ? walk.YieldsOf(enumerator)?.SelectMany(value => place.At(value, inside))
            : null;

    private static IEnumerable<Place>? OfSequence(IInvocationOperation call, Place place, Part part, IWalk walk)
    {
        if (call.TargetMethod.Name is "Select" or "SelectMany" or "Split")
        {
            return null;
        }

        if (call.TargetMethod is { Name: "Create", IsStatic: true })
        {
            return call.Arguments.SelectMany(argument =>
                argument.ArgumentKind == ArgumentKind.ParamArray
                    || argument.Value.Type is IArrayTypeSymbol
                    ? place.PartOf(argument.Value, part)
                    : place.At(argument.Value));
        }

        if (CallArguments.Receiver(call) is not { } source)
        {
            return null;
        }

        var elements = walk.Elements(new Place(source, place.Frame)).Select(element => element with { Path = place.Path });
        return (call.TargetMethod.Name, call.Arguments) switch
        {
            ("Reverse", _) => elements.Reverse(),
            ("Append", [_, var more]) => elements.Concat(place.At(more.Value)),
            ("Concat" or "Union", [_, var more]) =>
                elements.Concat(walk.Elements(new Place(more.Value, place.Frame)).Select(element => element with { Path = place.Path })),
            ("Skip", [.., { Value.ConstantValue: { HasValue: true, Value: int count } }]) => elements.Skip(count),
            ("Take", [.., { Value.ConstantValue: { HasValue: true, Value: int count } }]) => elements.Take(count),
            _ => elements,
        };
    }
}
