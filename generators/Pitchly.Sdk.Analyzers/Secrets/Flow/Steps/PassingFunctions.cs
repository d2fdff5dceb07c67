using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps through .NET functions and types that return what they are given, or an element of it.</summary>
internal sealed class PassingFunctions : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.Operation switch
    {
        IInvocationOperation { TargetMethod.MethodKind: not MethodKind.DelegateInvoke } call when walk.BodyOf(call.TargetMethod) is null =>
            OfCall(call, place, walk),
        IPropertyReferenceOperation
        {
            Instance: { } kept,
            Property: { Name: "Value", ContainingType.Name: "Lazy" or "Nullable" or "Task" }
        } => StepResult.From(place.At(kept)),
        IPropertyReferenceOperation { Instance: { } kept, Property: { Name: "Result", ContainingType.Name: "Task" or "ValueTask" } } =>
            StepResult.From(place.At(kept)),
        IPropertyReferenceOperation { Instance: { } node, Property: { Name: "Value", ContainingType.Name: "LinkedListNode" } } =>
            StepResult.From(place.At(node)),
        IPropertyReferenceOperation { Instance: { } list, Property: { Name: "First" or "Last", ContainingType.Name: "LinkedList" } } =>
            StepResult.From(place.PartOf(list, Part.Each)),
        IObjectCreationOperation { Arguments: [var kept, ..] } creation when place.Path.IsEmpty && Wraps(creation, kept.Value) =>
            StepResult.From(place.At(kept.Value)),
        _ => null,
    };

    private static bool Wraps(IObjectCreationOperation creation, IOperation kept) =>
        KnownFunctions.IsWrapper(creation.Type) && !KnownFunctions.IsBuilder(creation.Type) && kept is not IDelegateCreationOperation;

    private static StepResult? OfCall(IInvocationOperation call, Place place, IWalk walk)
    {
        if (KnownFunctions.PassesThrough(call) is { } passed)
        {
            return StepResult.From(place.At(passed));
        }

        if (KnownFunctions.LooksUp(call.TargetMethod))
        {
            return StepResult.From(OfLookUp(call, place, walk));
        }

        var fallback = call.Arguments.FirstOrDefault(argument =>
            argument.Parameter?.Name is "defaultValue" or "fallback" && argument.ArgumentKind == ArgumentKind.Explicit);
        if (fallback is not null)
        {
            return StepResult.From([.. place.At(fallback.Value), place.Unknown]);
        }

        return KnownFunctions.TakesElement(call.TargetMethod)
            && CallArguments.Receiver(call) is { } taken
            ? StepResult.From(place.PartOf(taken, Part.Each))
            : null;
    }

    /// <summary>Returns the entry under a key, and its fallback: a value, or the result of a function.</summary>
    private static IEnumerable<Place> OfLookUp(IInvocationOperation call, Place place, IWalk walk)
    {
        return CallArguments.Operands(call) is not [var dictionary, var key, ..] operands ? [] :
        [
            .. place.PartOf(dictionary, key.ConstantValue is { HasValue: true, Value: { } known } ? Part.Element(known) : Part.Any),
            .. operands.Skip(2).SelectMany(fallback => OfFallback(fallback, place, walk)),
        ];
    }

    private static IEnumerable<Place> OfFallback(IOperation fallback, Place place, IWalk walk) =>
        fallback is IDelegateCreationOperation { Target: IAnonymousFunctionOperation made }
            ? (walk.ReturnsOf(made.Symbol) ?? []).SelectMany(value => place.At(value))
            : place.At(fallback);
}
