using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Steps from a call of a delegate, or from an object that calls one later, such as a task or a <c>Lazy</c>, to the values that the
/// function returns.
/// </summary>
internal sealed class Delegates : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        switch (place.Operation)
        {
            case IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } instance } call:
                var functions = walk.Origins(new Place(instance, place.Frame));
                return StepResult.From(functions.SelectMany(function => ReturnsOf(function.Operation, call.Arguments, place, walk) ?? []));
            case IInvocationOperation
            {
                TargetMethod:
                {
                    Name: "Run" or "StartNew" or "EnsureInitialized",
                    ContainingType.Name: "Task" or "TaskFactory" or "LazyInitializer"
                }
            } call:
                return FunctionIn(call.Arguments) is { } started
                    && ReturnsOf(started, [], place, walk) is { } returned
                    ? StepResult.From(returned)
                    : null;
            case IObjectCreationOperation { Type.Name: "Lazy" } creation:
                return FunctionIn(creation.Arguments) is { } made
                    && ReturnsOf(made, [], place, walk) is { } values
                    ? StepResult.From(values)
                    : null;
            case IDelegateCreationOperation or IAnonymousFunctionOperation or IMethodReferenceOperation when place.First == Part.Result:
                return ReturnsOf(place.Operation, [], place with { Path = place.Path.RemoveAt(0) }, walk) is { } results
                    ? StepResult.From(results) : null;
            default:
                return null;
        }
    }

    private static IDelegateCreationOperation? FunctionIn(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Select(argument => argument.Value).OfType<IDelegateCreationOperation>().FirstOrDefault();

    private static IEnumerable<Place>? ReturnsOf(IOperation function, ImmutableArray<IArgumentOperation> arguments, Place place,
        IWalk walk) => function switch
        {
            IDelegateCreationOperation { Target: { } target } => ReturnsOf(target, arguments, place, walk),
            IAnonymousFunctionOperation lambda => Returned(lambda.Symbol, arguments, place, walk),
            IMethodReferenceOperation method => Returned(method.Method, arguments, place, walk),
            _ => null,
        };

    private static IEnumerable<Place>? Returned(IMethodSymbol function, ImmutableArray<IArgumentOperation> arguments, Place place,
        IWalk walk) =>
        walk.ReturnsOf(function) is { } returned && Frame.Enter(function, arguments, instance: null, place.Frame) is { } inside
            ? returned.SelectMany(value => place.At(value, inside))
            : null;
}
