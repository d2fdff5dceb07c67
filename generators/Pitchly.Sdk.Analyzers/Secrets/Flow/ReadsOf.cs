using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Finds the writes that may reach a read of a variable or member, within its method.</summary>
internal static class ReadsOf
{
    public static ImmutableArray<Definition> Variable(Place place, IWalk walk) =>
        SlotOf(place) is { } slot
            && walk.FlowAround(place.Operation.Syntax) is { } flow
            ? flow.At(place.Operation.Syntax, slot).Definitions
            : [];

    /// <summary>
    /// Returns the writes of the method to its own parameter, or to a member of it; <see langword="null"/> if there are none. The syntax
    /// rules out most methods without a control flow graph.
    /// </summary>
    public static Reaching? Parameter(IParameterReferenceOperation reference, Place place, IWalk walk) =>
        SlotOf(place) is { } slot ? IfWritten(place, slot, reference.Parameter.Name, walk) : null;

    public static Reaching? Member(IMemberReferenceOperation reference, Place place, IWalk walk) =>
        IfWritten(place, new Slot(reference.Member, null), reference.Member.Name, walk);

    private static Reaching? IfWritten(Place place, Slot slot, string name, IWalk walk)
    {
        var read = place.Operation.Syntax;
        var mayBeWritten = MethodFlow.MemberAround(read) is { } method
            && (Writes.AnyIn(method, name) || slot.Member is { } part && MayWrite(method, part));
        return mayBeWritten && walk.FlowAround(read) is { } flow && flow.AllWrites(slot).Any() ? flow.At(read, slot) : null;
    }

    private static bool MayWrite(SyntaxNode method, string part) => part[0] == '[' || Writes.AnyIn(method, part);

    /// <summary>Returns the variable that is read, or the traced member of it.</summary>
    private static Slot? SlotOf(Place place) => Slot.Of(place.Operation) switch
    {
        { Member: null } whole when place.First is { Kind: not (PartKind.Each or PartKind.Any) } part => whole with { Member = part.Name },
        { } slot => slot,
        null => null,
    };
}
