using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Builds the texts that <c>+</c>, <c>+=</c> or an interpolation combines. Sums of numbers are recorded as built from their operands, but
/// are not evaluated.
/// </summary>
internal sealed class Concatenations : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        if (!place.Path.IsEmpty)
        {
            return null;
        }

        switch (place.Operation)
        {
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum when IsText(sum):
                return StepResult.OfTexts(() => TextValue.Combine(Operands(sum).Select(operand => TextsOf(operand)), walk.WithHoles));
            case ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } appended:
                return StepResult.OfTexts(() => TextValue.Combine([TextsOf(appended.Target), TextsOf(appended.Value)], walk.WithHoles));
            case IInterpolatedStringOperation interpolated:
                return StepResult.OfTexts(() => TextValue.Combine(interpolated.Parts.Select(OfPart), walk.WithHoles));
            case IBinaryOperation numbers:
                return StepResult.OfTexts(() =>
                    [TextValue.TransformedOf([.. TextsOf(numbers.LeftOperand), .. TextsOf(numbers.RightOperand)])]);
            case IUnaryOperation { Operand: { } operand }:
                return StepResult.OfTexts(() => TextsOf(operand).Select(value => value.Map(_ => null)));
            default:
                return null;
        }

        ImmutableArray<TextValue> TextsOf(IOperation operation) => walk.Texts(new Place(operation, place.Frame));

        ImmutableArray<TextValue> OfPart(IInterpolatedStringContentOperation part) => part switch
        {
            IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text } => [TextValue.Of(Unescape(text, part), part.Syntax)],
            IInterpolationOperation interpolation => TextsOf(interpolation.Expression),
            IInterpolatedStringAppendOperation { AppendCall: IInvocationOperation { Arguments: [var value, ..] } } => TextsOf(value.Value),
            _ => [TextValue.Unknown],
        };
    }

    private static bool IsText(IBinaryOperation sum) =>
        sum.Type?.SpecialType is SpecialType.System_String or SpecialType.System_Object || sum.Type?.Name is "ReadOnlySpan";

    /// <summary>
    /// Returns the operands from left to right. A long concatenation is nested to the left, and recursion would be too deep.
    /// </summary>
    private static Stack<IOperation> Operands(IBinaryOperation sum)
    {
        var operands = new Stack<IOperation>();
        IOperation left = sum;
        while (left is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, OperatorMethod: null } inner && IsText(inner))
        {
            operands.Push(inner.RightOperand);
            left = inner.LeftOperand;
        }

        operands.Push(left);
        return operands;
    }

    private static string Unescape(string text, IOperation part) =>
        part.Syntax is InterpolatedStringTextSyntax syntax ? syntax.TextToken.ValueText : text;
}
