using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Traces a field or property back to the values that are written to it anywhere.</summary>
internal static class MemberWrites
{
    /// <summary>
    /// Returns the values that are written to the member, with the same part of the value as in <paramref name="place"/>.
    /// </summary>
    public static IEnumerable<Place> To(ISymbol member, Place place, IWalk walk) =>
        walk.Program.WritersOf(member.OriginalDefinition, walk.CancellationToken).SelectMany(write => Before(write, member, place));

    private static IEnumerable<Place> Before(IOperation write, ISymbol member, Place place) => write switch
    {
        ISimpleAssignmentOperation assignment => place.At(assignment.Value, null),
        ICoalesceAssignmentOperation assignment => place.At(assignment.Value, null),
        ICompoundAssignmentOperation assignment => place.At(assignment, null),
        IDeconstructionAssignmentOperation { Target: ITupleOperation targets } deconstruction => targets.Elements
            .Select((target, index) => (Target: target, Index: index))
            .Where(one => one.Target is IMemberReferenceOperation target && IsSame(target.Member, member))
            .SelectMany(one => place.PartOf(deconstruction.Value, Part.Position(one.Index)).Select(part => part with { Frame = null })),
        IArgumentOperation { Parent: IInvocationOperation } argument => place.At(argument, null),
        _ => [],
    };

    private static bool IsSame(ISymbol one, ISymbol other) =>
        SymbolEqualityComparer.Default.Equals(one.OriginalDefinition, other.OriginalDefinition);
}
