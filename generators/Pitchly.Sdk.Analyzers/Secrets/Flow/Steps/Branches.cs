using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Steps into an expression that has the value of an inner expression: each branch, and the operands that conversions and assignments leave
/// unchanged.
/// </summary>
internal sealed class Branches : IStep
{
    public Answer? Ask(Place place, IWalk walk) => place.Operation switch
    {
        IArgumentOperation { Parameter: null or { RefKind: not (RefKind.Out or RefKind.Ref) } } argument =>
            Answer.From(place.At(argument.Value)),
        IConversionOperation { OperatorMethod: null } conversion => Answer.From(place.At(conversion.Operand)),
        IConversionOperation { OperatorMethod: { } converter } conversion when walk.BodyOf(converter) is null =>
            Answer.From(place.At(conversion.Operand)),
        IParenthesizedOperation parenthesized => Answer.From(place.At(parenthesized.Operand)),
        IAwaitOperation wait => Answer.From(place.At(wait.Operation)),
        IConditionalOperation conditional => Answer.From([.. place.At(conditional.WhenTrue), .. place.At(conditional.WhenFalse)]),
        ICoalesceOperation coalesce => Answer.From([.. place.At(coalesce.Value), .. place.At(coalesce.WhenNull)]),
        ISwitchExpressionOperation choice => Answer.From(choice.Arms.SelectMany(arm => place.At(arm.Value))),
        ISimpleAssignmentOperation assignment when place.Path.IsEmpty || Entry.Of(assignment) is null =>
            Answer.From(place.At(assignment.Value)),
        ICoalesceAssignmentOperation assignment => Answer.From([.. place.At(assignment.Target), .. place.At(assignment.Value)]),
        IConditionalAccessOperation access => Answer.From(place.At(access.WhenNotNull)),
        IConditionalAccessInstanceOperation instance => Answer.From(place.At(ReceiverOf(instance))),
        ITranslatedQueryOperation query => Answer.From(place.At(query.Operation)),
        IThrowOperation => Answer.Nothing,
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
