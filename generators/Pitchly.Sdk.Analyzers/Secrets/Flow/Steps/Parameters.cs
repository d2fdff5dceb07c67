using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from a parameter to the arguments of the entered call, or else to those of all callers.</summary>
internal sealed class Parameters : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        if (place.Operation is not IParameterReferenceOperation { Parameter: var parameter } reference)
        {
            return null;
        }

        if (ReadsOf.Parameter(reference, place, walk) is { FromStart: false, Definitions.IsEmpty: false })
        {
            return null;
        }

        return parameter.ContainingSymbol is INamedTypeSymbol extension
            ? StepResult.From(ReceiversOf(extension, place, walk))
            : Callers.ArgumentsFor(parameter, place, walk) is { } given ? StepResult.From(given) : null;
    }

    /// <summary>
    /// Returns the receivers of the members of an extension block: that of the entered call, or else those of all calls of the enclosing
    /// member.
    /// </summary>
    private static IEnumerable<Place> ReceiversOf(INamedTypeSymbol extension, Place place, IWalk walk)
    {
        for (var around = place.Frame; around is not null; around = around.Caller)
        {
            if (SymbolEqualityComparer.Default.Equals(around.Method.OriginalDefinition.ContainingType, extension.OriginalDefinition))
            {
                return place.At(around.Instance, around.Caller);
            }
        }

        var syntax = place.Operation.Syntax;
        return place.Operation.SemanticModel?.GetEnclosingSymbol(syntax.SpanStart,
            walk.CancellationToken) is IMethodSymbol { MethodKind: MethodKind.Ordinary } member
            ? walk.Program.CallersOf(member.OriginalDefinition, walk.CancellationToken).OfType<IInvocationOperation>()
                .SelectMany(call => place.At(call.Instance, null))
            : [];
    }
}
