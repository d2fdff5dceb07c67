using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Leads from a field or property to what is written to it anywhere.</summary>
internal static class MemberWrites
{
    /// <summary>What is written to the member, of which the same part is meant as at the place.</summary>
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
