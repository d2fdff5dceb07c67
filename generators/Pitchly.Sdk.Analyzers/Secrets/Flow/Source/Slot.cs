using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// A storage location that a method writes and reads: a variable, a member of this object or of its type, or a member or element of a
/// variable.
/// </summary>
internal sealed record Slot(ISymbol Root, string? Member)
{
    public bool Equals(Slot? other) =>
        other is not null && SymbolEqualityComparer.Default.Equals(Root, other.Root) && Member == other.Member;

    public override int GetHashCode() => SymbolEqualityComparer.Default.GetHashCode(Root);

    /// <summary>Returns the slot that an operation reads or writes, or <see langword="null"/> if it cannot be traced.</summary>
    public static Slot? Of(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => new Slot(local.Local, null),
        IParameterReferenceOperation parameter => new Slot(parameter.Parameter, null),
        IPropertyReferenceOperation { Arguments.Length: 1 } indexer => Element(indexer.Instance, indexer.Arguments[0].Value),
        IMemberReferenceOperation
        {
            Member: IFieldSymbol or IPropertySymbol,
            Instance: null or IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }
        } member =>
            new Slot(member.Member, null),
        IMemberReferenceOperation { Member: IFieldSymbol or IPropertySymbol, Instance: { } instance } member
            when Of(instance) is { Member: null } root => root with { Member = NameOf(member.Member) },
        IArrayElementReferenceOperation { Indices.Length: 1 } element => Element(element.ArrayReference, element.Indices[0]),
        IConversionOperation conversion => Of(conversion.Operand),
        IDeclarationExpressionOperation declaration => Of(declaration.Expression),
        _ => null,
    };

    /// <summary>
    /// Returns the name by which a member is traced. A tuple element is identified by its position, because its name may differ between
    /// places.
    /// </summary>
    public static string NameOf(ISymbol member) =>
        member is IFieldSymbol { CorrespondingTupleField: { } element } ? element.Name : member.Name;

    private static Slot? Element(IOperation? collection, IOperation index) =>
        collection is not null && index.ConstantValue is { HasValue: true, Value: { } key } && Of(collection) is { Member: null } root
            ? root with { Member = ElementName(key) }
            : null;

    public static string ElementName(object key) => $"[{key}]";
}
