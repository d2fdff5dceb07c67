using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Steps from an <c>out</c> or <c>ref</c> argument to the values that the call writes to it, and from a variable to the values that calls
/// with its object as an argument wrote to a member.
/// </summary>
internal sealed class References : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.Operation switch
    {
        IArgumentOperation { Parameter: { RefKind: RefKind.Out or RefKind.Ref } parameter, Parent: IInvocationOperation call } argument =>
            walk.BodyOf(call.TargetMethod) is { } body ? OfSource(call, parameter, argument, body, place, walk) : OfFramework(call, place),
        ILocalReferenceOperation local when place.First is { Kind: PartKind.Member } member =>
            StepResult.From(ByCallsBefore(local, member, place, walk)),
        _ => null,
    };

    private static StepResult? OfSource(IInvocationOperation call, IParameterSymbol parameter, IArgumentOperation argument, SyntaxNode body,
        Place place, IWalk walk)
    {
        if (Frame.Enter(call.TargetMethod, call.Arguments, call.Instance, place.Frame) is not { } inside
            || walk.FlowAround(body) is not { } flow)
        {
            return null;
        }

        var slot = new Slot(parameter.OriginalDefinition, null);
        var written = flow.AllWrites(slot).SelectMany(write => Definitions.Before(write, place with { Frame = inside }, walk));
        return StepResult.From(parameter.RefKind == RefKind.Ref
            && flow.AtExit(slot).FromStart
            ? written.Concat(place.At(argument.Value))
            : written);
    }

    private static StepResult? OfFramework(IInvocationOperation call, Place place) =>
        (call.TargetMethod.ContainingType?.Name, call.TargetMethod.Name) switch
        {
            (_, "TryGetValue") when call is
            {
                Instance: { } dictionary,
                Arguments: [{ Value.ConstantValue: { HasValue: true, Value: { } key } }, ..]
            } =>
                StepResult.From(place.PartOf(dictionary, Part.Element(key))),
            ("Interlocked" or "Volatile", "Exchange" or "CompareExchange" or "Write") when call.Arguments.Length > 1 =>
                StepResult.From(place.At(call.Arguments[1].Value)),
            ("LazyInitializer", "EnsureInitialized") => StepResult.From(place.At(call)),
            _ => null,
        };

    private static IEnumerable<Place> ByCallsBefore(ILocalReferenceOperation reference, Part member, Place place, IWalk walk)
    {
        foreach (var token in Occurrences.Within(MethodFlow.MemberAround(reference.Syntax) ?? reference.Syntax, reference.Local.Name))
        {
            if (token.SpanStart >= reference.Syntax.SpanStart
                || walk.OperationOf(token.Parent?.Parent) is not IArgumentOperation
                {
                    Parameter: { } parameter,
                    Parent: IInvocationOperation call
                })
            {
                continue;
            }

            if (walk.BodyOf(call.TargetMethod) is { } body && Writes.AnyIn(body, member.Name))
            {
                foreach (var write in WritesIn(call, body, new Slot(parameter.OriginalDefinition, member.Name), place, walk))
                {
                    yield return write;
                }
            }
        }
    }

    private static IEnumerable<Place> WritesIn(IInvocationOperation call, SyntaxNode body, Slot slot, Place place, IWalk walk) =>
        Frame.Enter(call.TargetMethod, call.Arguments, call.Instance, place.Frame) is { } inside && walk.FlowAround(body) is { } flow
            ? flow.AllWrites(slot).Where(write => write.Slot.Member is not null)
                .SelectMany(write => Definitions.Before(write, place with { Frame = inside }, walk))
            : [];
}
