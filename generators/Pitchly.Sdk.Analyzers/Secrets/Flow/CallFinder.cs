using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>
/// Goes from a call back to what is returned: by a method of the source, a lambda, an operator, or a function of .NET that is known.
/// </summary>
internal sealed class CallFinder(OriginFinder origins)
{
    public ImmutableArray<Origin> OfInvocation(IInvocationOperation invocation, Frame? frame)
    {
        var method = invocation.TargetMethod;
        if (method.MethodKind == MethodKind.DelegateInvoke)
        {
            return OfDelegate(invocation, frame);
        }

        if (origins.BodyOf(method) is { } body)
        {
            return Returns.IsIterator(body) ? [new Origin(invocation, frame)] : OfCall(method, invocation.Arguments, invocation.Instance, invocation, frame);
        }

        if (method is { Name: "Run" or "StartNew" or "EnsureInitialized", ContainingType.Name: "Task" or "TaskFactory" or "LazyInitializer" }
            && invocation.Arguments.Select(argument => argument.Value).OfType<IDelegateCreationOperation>().FirstOrDefault() is { Target: IAnonymousFunctionOperation started })
        {
            return OfCall(started.Symbol, [], null, invocation, frame);
        }

        if (method.IsAbstract || method.ContainingType?.TypeKind == TypeKind.Interface)
        {
            return OriginFinder.OrSelf([.. origins.Program.ImplementationsOf(method, origins.CancellationToken).SelectMany(one => OfCall(one, invocation.Arguments, invocation.Instance, invocation, frame))], invocation, frame);
        }

        if (KnownFunctions.PassesThrough(invocation) is { } passed)
        {
            return origins.Find(passed, frame);
        }

        if (KnownFunctions.LooksUp(method))
        {
            return OriginFinder.OrSelf(OfLookUp(invocation, frame), invocation, frame);
        }

        if (invocation.Arguments.FirstOrDefault(argument => argument.Parameter?.Name is "defaultValue" or "fallback" && argument.ArgumentKind == ArgumentKind.Explicit) is { } standIn)
        {
            return origins.Find(standIn.Value, frame).Add(new Origin(invocation, frame));
        }

        return KnownFunctions.TakesElement(method) && (invocation.Instance ?? invocation.Arguments.FirstOrDefault()?.Value) is { } taken
            ? OriginFinder.OrSelf([.. origins.Elements(taken, frame).SelectMany(element => origins.Find(element.Operation, element.Frame))], invocation, frame)
            : [new Origin(invocation, frame)];
    }

    /// <summary>The entry under a key, and what stands in for it: a value, or what a function makes.</summary>
    private ImmutableArray<Origin> OfLookUp(IInvocationOperation invocation, Frame? frame)
    {
        var values = invocation.Arguments.Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue).Select(argument => argument.Value);
        var operands = invocation.Instance is { } instance ? [instance, .. values] : values.ToImmutableArray();
        return operands is [var dictionary, var key, ..]
            ? origins.OfElement(dictionary, key, invocation.Type, frame).AddRange(operands.Skip(2).SelectMany(OfStandIn))
            : [];

        IEnumerable<Origin> OfStandIn(IOperation one) => one is IDelegateCreationOperation { Target: IAnonymousFunctionOperation made }
            ? OfCall(made.Symbol, [], null, invocation, frame)
            : origins.Find(one, frame);
    }

    private ImmutableArray<Origin> OfDelegate(IInvocationOperation invocation, Frame? frame)
    {
        var found = ImmutableArray.CreateBuilder<Origin>();
        foreach (var origin in origins.Find(invocation.Instance, frame))
        {
            switch (origin.Operation)
            {
                case IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                    found.AddRange(OfCall(lambda.Symbol, invocation.Arguments, null, invocation, frame));
                    break;
                case IDelegateCreationOperation { Target: IMethodReferenceOperation method } when origins.BodyOf(method.Method) is not null:
                    found.AddRange(OfCall(method.Method, invocation.Arguments, null, invocation, frame));
                    break;
                case IMethodReferenceOperation method when origins.BodyOf(method.Method) is not null:
                    found.AddRange(OfCall(method.Method, invocation.Arguments, null, invocation, frame));
                    break;
                case IAnonymousFunctionOperation lambda:
                    found.AddRange(OfCall(lambda.Symbol, invocation.Arguments, null, invocation, frame));
                    break;
                default:
                    found.Add(new Origin(invocation, frame));
                    break;
            }
        }

        return found.Count == 0 ? [new Origin(invocation, frame)] : found.ToImmutable();
    }

    public ImmutableArray<Origin> OfOperator(IMethodSymbol method, ImmutableArray<IOperation> operands, IOperation operation, Frame? frame) =>
        frame?.Depth >= OriginFinder.MaximumCalls || origins.BodyOf(method) is not { } body
            ? [new Origin(operation, frame)]
            : OriginFinder.OrSelf([.. Returns.Of(body).SelectMany(value => origins.Find(origins.Program.OperationOf(value, origins.CancellationToken), new Frame(method, [], null, frame) { Operands = operands }))], operation, frame);

    /// <summary>What a method of the source returns.</summary>
    public ImmutableArray<Origin> OfCall(IMethodSymbol method, ImmutableArray<IArgumentOperation> arguments, IOperation? instance, IOperation call, Frame? frame)
    {
        if (origins.Enter(method, arguments, instance, frame) is not { } inside || origins.BodyOf(method) is not { } body)
        {
            return [new Origin(call, frame)];
        }

        return OriginFinder.OrSelf([.. Returns.Of(body).SelectMany(value => origins.Find(origins.Program.OperationOf(value, origins.CancellationToken), inside))], call, frame);
    }
}
