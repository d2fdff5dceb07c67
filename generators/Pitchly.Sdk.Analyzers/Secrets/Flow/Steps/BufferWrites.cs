using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Reads the values that are written to an initially empty array or span of characters or bytes, by element or by copy.</summary>
internal sealed class BufferWrites : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        var isOfVariable = place.Path.IsEmpty && IsEmpty(place.Operation.Syntax);
        if (!isOfVariable || place.Operation.Syntax.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable })
        {
            return null;
        }

        var written = Occurrences.Within(MethodFlow.MemberAround(variable) ?? variable, variable.Identifier.ValueText)
            .Select(token => WrittenTo(token.Parent!, walk))
            .OfType<IOperation>()
            .ToList();
        return written.Count == 0 || !HoldsCharacters(place.Operation) ? null : StepResult.OfTexts(() =>
            TextValue.Combine(written.Select(value => walk.Texts(place with { Operation = value })), walk.WithHoles)
                .Select(text => text.Map(_ => null)));
    }

    private static bool HoldsCharacters(IOperation creation)
    {
        var type = creation.Type ?? creation.Parent?.Type;
        var element = type is IArrayTypeSymbol array ? array.ElementType : (type as INamedTypeSymbol)?.TypeArguments.FirstOrDefault();
        return element?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;
    }

    private static bool IsEmpty(SyntaxNode creation) =>
        creation is ArrayCreationExpressionSyntax { Initializer: null } or StackAllocArrayCreationExpressionSyntax { Initializer: null }
            or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rent" } };

    private static IOperation? WrittenTo(SyntaxNode place, IWalk walk)
    {
        if (place.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element
            && assignment.Left == element)
        {
            return walk.OperationOf(assignment.Right);
        }

        var whole = WithSlices(place);
        return whole.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument
            && walk.OperationOf(call) is IInvocationOperation copy && IsCopy(copy.TargetMethod.Name)
            ? SourceOf(copy, argument)
            : null;
    }

    private static bool IsCopy(string method) => method is "CopyTo" or "TryCopyTo" or "Copy" or "BlockCopy" or "GetBytes" or "GetChars";

    /// <summary>Returns the source of a copy; <see langword="null"/> if the argument itself is the source.</summary>
    private static IOperation? SourceOf(IInvocationOperation copy, SyntaxNode argument)
    {
        var source = copy.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal)
            ? copy.Arguments.FirstOrDefault()?.Value
            : CallArguments.Receiver(copy);
        return source is not null && argument.Span.Contains(source.Syntax.Span) ? null : source;
    }

    /// <summary>Returns the expression including the slices that are taken of it.</summary>
    private static SyntaxNode WithSlices(SyntaxNode place) => place.Parent switch
    {
        MemberAccessExpressionSyntax
        {
            Name.Identifier.ValueText: "AsSpan" or "AsMemory" or "Slice",
            Parent: InvocationExpressionSyntax slice
        } access
            when access.Expression == place => WithSlices(slice),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax }] } range
            when range.Expression == place => WithSlices(range),
        _ => place,
    };
}
