using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from a part of a collection in a variable or member to the values that calls add to it one by one.</summary>
internal sealed class Additions : IStep
{
    public StepResult? Trace(Place place, IWalk walk) => (place.Operation, place.First) switch
    {
        (ILocalReferenceOperation local, { Kind: PartKind.Each or PartKind.Any or PartKind.Element } part) =>
            StepResult.From(ToLocal(local, part, place, walk)),
        (IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol } member, { Kind: PartKind.Element } part) =>
            StepResult.From(ToMember(member, part, place, walk)),
        _ => null,
    };

    /// <summary>
    /// Returns the values that are added before the collection is read, in source order. If a key or an index is traced, only the values at
    /// that key or index.
    /// </summary>
    private static IEnumerable<Place> ToLocal(ILocalReferenceOperation local, Part part, Place place, IWalk walk)
    {
        if (MethodFlow.MemberAround(local.Syntax) is not { } method)
        {
            return [];
        }

        var added = Occurrences.Within(method, local.Local.Name)
            .Where(token => token.SpanStart < local.Syntax.SpanStart)
            .Select(token => token.Parent?.Parent)
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => Adds(access.Name.Identifier.ValueText) && access.Parent is InvocationExpressionSyntax)
            .Select(access => walk.OperationOf(access.Parent))
            .OfType<IInvocationOperation>()
            .Where(add => add.Instance is ILocalReferenceOperation target
                && SymbolEqualityComparer.Default.Equals(target.Local, local.Local))
            .ToList();
        var elements = InOrder(added);
        var under = added.Where(add => add.TargetMethod.Name != "Insert").Select(KeyAndValue)
            .Where(entry => entry is not null && Equals(entry.ConstantKey, part.Key)).ToList();
        return part switch
        {
            { Kind: not PartKind.Element } => elements.SelectMany(element => place.RestOfPathAt(element)),
            _ when under.Count > 0 => under.SelectMany(entry => place.RestOfPathAt(entry!.Value)),
            { Key: int index } when index >= 0 && index < elements.Count && BeginsEmpty(local, walk) => place.RestOfPathAt(elements[index]),
            _ => [],
        };
    }

    private static bool Adds(string method) =>
        method is "Add" or "TryAdd" or "Enqueue" or "Push" or "AddLast" or "AddFirst" or "AddRange" or "Insert";

    private static Entry? KeyAndValue(IInvocationOperation add) =>
        add.Arguments is [var key, var value] ? new Entry(key.Value, value.Value) : null;

    private static bool BeginsEmpty(ILocalReferenceOperation local, IWalk walk) =>
        walk.InitializerOf(local.Local) is not { } made || walk.Elements(new Place(made)).IsEmpty;

    private static List<IOperation> InOrder(List<IInvocationOperation> added)
    {
        var elements = new List<IOperation>();
        foreach (var add in added)
        {
            var at = add.TargetMethod.Name switch
            {
                "AddFirst" => 0,
                "Insert" when add.Arguments[0].Value.ConstantValue is { HasValue: true, Value: int index } && index >= 0
                    && index < elements.Count => index,
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
        ("AddRange", [{ Value: IConversionOperation { Operand: IArrayCreationOperation { Initializer: { } range } } }]) =>
            range.ElementValues,
        ("AddRange", _) => [],
        ("Insert", [_, var inserted]) => [inserted.Value],
        (_, [var one]) => [one.Value],
        _ => [],
    };

    /// <summary>Returns the values that any code adds to the collection or sets in it, under the traced key.</summary>
    private static IEnumerable<Place> ToMember(IMemberReferenceOperation member, Part part, Place place, IWalk walk) =>
        walk.Program.Names.NamesOf(member.Member.OriginalDefinition, walk.CancellationToken)
            .SelectMany(name => AddedAt(name.Parent is MemberAccessExpressionSyntax access
                && access.Name == name
                ? access
                : name, member, part, walk))
            .SelectMany(value => place.RestOfPathAt(value, null));

    private static IEnumerable<IOperation> AddedAt(SyntaxNode collection, IMemberReferenceOperation member, Part part, IWalk walk)
    {
        var (instance, entry, element) = collection.Parent switch
        {
            ElementAccessExpressionSyntax { Parent: AssignmentExpressionSyntax assignment } set when assignment.Left == set
                && walk.OperationOf(assignment) is ISimpleAssignmentOperation { Target: IPropertyReferenceOperation target } one =>
                    (target.Instance, Entry.Of(one), null),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Add" or "TryAdd" or "Enqueue" or "Push",
                Parent: InvocationExpressionSyntax call
            }
                when walk.OperationOf(call) is IInvocationOperation add =>
                    (add.Instance, KeyAndValue(add), add.Arguments is [var one] ? one.Value : null),
            _ => (null, null, null),
        };
        var isOfMember = instance is IMemberReferenceOperation own
            && SymbolEqualityComparer.Default.Equals(own.Member.OriginalDefinition, member.Member.OriginalDefinition);
        return !isOfMember ? [] : element is not null ? [element] : entry is not null
            && Equals(entry.ConstantKey, part.Key)
            ? [entry.Value]
            : [];
    }
}
