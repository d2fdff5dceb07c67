using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Traces a write back to the value that it writes.</summary>
internal static class Definitions
{
    /// <summary>
    /// Returns the places of the value that was written to the variable at a place, or to the traced part of the variable.
    /// </summary>
    public static IEnumerable<Place> Before(Definition definition, Place read, IWalk walk)
    {
        var value = definition.Slot.Member is not null && read.First is not null ? read with { Path = read.Path.RemoveAt(0) } : read;
        return definition.Kind switch
        {
            DefinitionKind.Assigned => value.PartOf(walk.OperationOf(definition.Syntax), [.. definition.Path.Select(Part.Position)]),
            DefinitionKind.Appended => value.At(walk.OperationOf(definition.Target)?.Parent as ICompoundAssignmentOperation),
            DefinitionKind.ByReference => value.At(walk.OperationOf(definition.Syntax) as IArgumentOperation),
            _ => value.At(walk.OperationOf(definition.Target)).Select(place => place.Unknown),
        };
    }
}
