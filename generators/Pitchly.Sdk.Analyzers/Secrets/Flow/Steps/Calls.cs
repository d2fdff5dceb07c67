using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from a call of a method, getter, or operator of the source to its return values.</summary>
internal sealed class Calls : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.Operation switch
    {
        IInvocationOperation { TargetMethod: { MethodKind: not MethodKind.DelegateInvoke } method } call =>
            Of(method, call.Arguments, call.Instance, place, walk),
        IPropertyReferenceOperation { Property.GetMethod: { } getter } read => Of(getter, read.Arguments, read.Instance, place, walk),
        IConversionOperation { OperatorMethod: { } method, Operand: var operand } => OfOperator(method, [operand], place, walk),
        IBinaryOperation { OperatorMethod: { } method, LeftOperand: var left, RightOperand: var right } =>
            OfOperator(method, [left, right], place, walk),
        _ => null,
    };

    private static StepResult? Of(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, Place place,
        IWalk walk)
    {
        if (walk.BodyOf(method) is not null)
        {
            return Inside(method, arguments, instance, place, walk) is { } inside ? StepResult.From(inside) : null;
        }

        if (!method.IsAbstract && method.ContainingType?.TypeKind != TypeKind.Interface)
        {
            return null;
        }

        var implementations = walk.Program.ImplementationsOf(method, walk.CancellationToken);
        return implementations.IsEmpty ? null
            : StepResult.From(implementations.SelectMany(one =>
            Inside(one, arguments, instance, place, walk) ?? OfAutomatic(one, place, walk)));
    }

    private static IEnumerable<Place>? Inside(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance,
        Place place, IWalk walk) =>
        walk.ReturnsOf(method) is { } returned && Frame.Enter(method, arguments, instance, place.Frame) is { } inside
            ? returned.SelectMany(value => place.At(value, inside))
            : null;

    /// <summary>Returns the values of a property that only stores what is written to it.</summary>
    private static IEnumerable<Place> OfAutomatic(IMethodSymbol getter, Place place, IWalk walk) => getter.AssociatedSymbol is { } property
        ? [.. place.At(walk.InitializerOf(property), null), .. MemberWrites.To(property, place, walk)]
        : [];

    private static StepResult? OfOperator(IMethodSymbol method, ImmutableArray<IOperation> operands, Place place, IWalk walk) =>
        walk.ReturnsOf(method) is { } returned && Frame.Enter(method, operands, place.Frame) is { } inside
            ? StepResult.From(returned.SelectMany(value => place.At(value, inside)))
            : null;
}
