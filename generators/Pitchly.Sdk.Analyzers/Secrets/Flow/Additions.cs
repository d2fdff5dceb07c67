using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds what is added, call by call, to a collection in a variable.</summary>
internal static class Additions
{
    /// <summary>The values added before the reference, in the order of the source; under one key, or at one index, if one is given.</summary>
    public static ImmutableArray<IOperation> To(ILocalReferenceOperation local, object? key, OriginFinder origins)
    {
        var member = MethodFlow.MemberAround(local.Syntax);
        if (member is null)
        {
            return [];
        }

        var added = Occurrences.Within(member, local.Local.Name)
            .Where(token => token.SpanStart < local.Syntax.SpanStart)
            .Select(token => token.Parent?.Parent)
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText is "Add" or "TryAdd" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "AddRange" or "Insert" && access.Parent is InvocationExpressionSyntax)
            .Select(access => origins.Program.OperationOf(access.Parent!, origins.CancellationToken))
            .OfType<IInvocationOperation>()
            .Where(add => add.Instance is ILocalReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
            .ToList();
        var entries = added.Where(add => add.Arguments.Length == 2 && add.TargetMethod.Name != "Insert" && Equals(add.Arguments[0].Value.ConstantValue.Value, key)).Select(add => add.Arguments[1].Value).ToImmutableArray();
        var elements = InOrder(added);
        return key switch
        {
            _ when !entries.IsEmpty => entries,
            int index => index >= 0 && index < elements.Count && origins.Elements(origins.Program.OperationOf(DeclarationOf(local) ?? local.Syntax, origins.CancellationToken), null).IsEmpty ? [elements[index]] : [],
            null => [.. elements],
            _ => [],
        };
    }

    private static List<IOperation> InOrder(List<IInvocationOperation> added)
    {
        var elements = new List<IOperation>();
        foreach (var add in added)
        {
            var at = add.TargetMethod.Name switch
            {
                "AddFirst" => 0,
                "Insert" when add.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int index } && index >= 0 && index < elements.Count => index,
                _ => elements.Count,
            };
            elements.InsertRange(at, ElementsOf(add));
        }

        return elements;
    }

    private static ImmutableArray<IOperation> ElementsOf(IInvocationOperation add) => (add.TargetMethod.Name, add.Arguments) switch
    {
        ("AddRange", [{ Value: IConversionOperation { Operand: ICollectionExpressionOperation range } }]) => range.Elements,
        ("AddRange", [{ Value: ICollectionExpressionOperation range }]) => range.Elements,
        ("AddRange", [{ Value: IConversionOperation { Operand: IArrayCreationOperation { Initializer: { } range } } }]) => range.ElementValues,
        ("AddRange", _) => [],
        ("Insert", [_, var inserted]) => [inserted.Value],
        (_, [var one]) => [one.Value],
        _ => [],
    };

    /// <summary>The values that anything in its type adds to a collection in a field or property, under one key.</summary>
    public static ImmutableArray<IOperation> To(IMemberReferenceOperation member, object? key, OriginFinder origins)
    {
        var found = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var name in origins.Program.NamesOf(member.Member.OriginalDefinition, origins.CancellationToken))
        {
            var whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
            switch (whole.Parent)
            {
                case ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } entry when assignment.Left == entry:
                    if (origins.Program.OperationOf(assignment, origins.CancellationToken) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: [var index] } target } set && IsOf(target.Instance, member) && Equals(index.Value.ConstantValue.Value, key))
                    {
                        found.Add(set.Value);
                    }

                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" or "TryAdd" or "Enqueue" or "Push", Parent: InvocationExpressionSyntax call }:
                    if (origins.Program.OperationOf(call, origins.CancellationToken) is IInvocationOperation add && IsOf(add.Instance, member))
                    {
                        if (add.Arguments is [var one])
                        {
                            found.Add(one.Value);
                        }
                        else if (add.Arguments is [var under, var value] && Equals(under.Value.ConstantValue.Value, key))
                        {
                            found.Add(value.Value);
                        }
                    }

                    break;
            }
        }

        return found.ToImmutable();
    }

    private static bool IsOf(IOperation? instance, IMemberReferenceOperation member) =>
        instance is IMemberReferenceOperation one && SymbolEqualityComparer.Default.Equals(one.Member.OriginalDefinition, member.Member.OriginalDefinition);

    private static SyntaxNode? DeclarationOf(ILocalReferenceOperation local) =>
        (local.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() as VariableDeclaratorSyntax)?.Initializer?.Value;
}
