using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds what is put into an array or span of letters or bytes that is made empty: element by element, or copied.</summary>
internal static class Fillings
{
    /// <summary>The values, in the order of the source; none if the variable is made another way.</summary>
    public static ImmutableArray<IOperation> Of(ILocalReferenceOperation local, SourceProgram program, CancellationToken cancellationToken)
    {
        if (!HoldsLetters(local.Type) || local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } made } declaration || !IsEmpty(made))
        {
            return [];
        }

        return
        [
            .. Occurrences.Within(MethodFlow.MemberAround(declaration) ?? declaration, local.Local.Name)
                .Select(token => PutInto(token.Parent!, program, cancellationToken))
                .OfType<IOperation>(),
        ];
    }

    private static bool HoldsLetters(ITypeSymbol? type) =>
        (type is IArrayTypeSymbol array ? array.ElementType : type is INamedTypeSymbol { Name: "Span", TypeArguments: [var element] } ? element : null)?.SpecialType is SpecialType.System_Char or SpecialType.System_Byte;

    private static bool IsEmpty(ExpressionSyntax made) => made is ArrayCreationExpressionSyntax { Initializer: null } or StackAllocArrayCreationExpressionSyntax { Initializer: null }
        or InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Rent" } };

    private static IOperation? PutInto(SyntaxNode place, SourceProgram program, CancellationToken cancellationToken)
    {
        if (place.Parent is ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } element && assignment.Left == element)
        {
            return program.OperationOf(assignment.Right, cancellationToken);
        }

        var whole = WithSlices(place);
        return whole.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: InvocationExpressionSyntax call } } argument
            && program.OperationOf(call, cancellationToken) is IInvocationOperation { TargetMethod.Name: "CopyTo" or "TryCopyTo" or "Copy" or "BlockCopy" or "GetBytes" or "GetChars" } copy
            && SourceOf(copy) is { } source && !argument.Span.Contains(source.Syntax.Span)
            ? source
            : null;
    }

    private static IOperation? SourceOf(IInvocationOperation copy) =>
        copy.TargetMethod.Name.StartsWith("Get", StringComparison.Ordinal) ? copy.Arguments[0].Value : copy.Instance ?? copy.Arguments[0].Value;

    /// <summary>The expression with the slices that are taken of it.</summary>
    private static SyntaxNode WithSlices(SyntaxNode place) => place.Parent switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "AsSpan" or "AsMemory" or "Slice", Parent: InvocationExpressionSyntax slice } access when access.Expression == place => WithSlices(slice),
        ElementAccessExpressionSyntax { ArgumentList.Arguments: [{ Expression: RangeExpressionSyntax }] } range when range.Expression == place => WithSlices(range),
        _ => place,
    };
}
