using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Steps into an expression that has the value of an inner expression: each branch, and the operands that conversions and assignments leave
/// unchanged.
/// </summary>
internal sealed class Branches : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => place.Operation switch
    {
        IArgumentOperation { Parameter: null or { RefKind: not (RefKind.Out or RefKind.Ref) } } argument =>
            StepResult.From(place.At(argument.Value)),
        IConversionOperation { OperatorMethod: null } conversion => StepResult.From(place.At(conversion.Operand)),
        IConversionOperation { OperatorMethod: { } converter } conversion when walk.BodyOf(converter) is null =>
            StepResult.From(place.At(conversion.Operand)),
        IParenthesizedOperation parenthesized => StepResult.From(place.At(parenthesized.Operand)),
        IAwaitOperation wait => StepResult.From(place.At(wait.Operation)),
        IConditionalOperation conditional => StepResult.From([.. place.At(conditional.WhenTrue), .. place.At(conditional.WhenFalse)]),
        ICoalesceOperation coalesce => StepResult.From([.. place.At(coalesce.Value), .. place.At(coalesce.WhenNull)]),
        ISwitchExpressionOperation choice => StepResult.From(choice.Arms.SelectMany(arm => place.At(arm.Value))),
        ISimpleAssignmentOperation assignment when place.Path.IsEmpty || Entry.Of(assignment) is null =>
            StepResult.From(place.At(assignment.Value)),
        ICoalesceAssignmentOperation assignment => StepResult.From([.. place.At(assignment.Target), .. place.At(assignment.Value)]),
        IConditionalAccessOperation access => StepResult.From(place.At(access.WhenNotNull)),
        IConditionalAccessInstanceOperation instance => StepResult.From(place.At(ReceiverOf(instance))),
        ITranslatedQueryOperation query => StepResult.From(place.At(query.Operation)),
        IThrowOperation => StepResult.NoValue,
        _ => null,
    };

    /// <summary>Returns the receiver before the <c>?</c> of the innermost enclosing conditional access.</summary>
    private static IOperation? ReceiverOf(IConditionalAccessInstanceOperation instance)
    {
        for (var parent = instance.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is IConditionalAccessOperation { Operation: var receiver }
                && (!receiver.Syntax.Span.Contains(instance.Syntax.Span) || receiver.Syntax == instance.Syntax))
            {
                return receiver;
            }
        }

        return null;
    }
}
