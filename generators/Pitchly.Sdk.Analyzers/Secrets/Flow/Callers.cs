using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Traces a parameter back to the arguments of its callers.</summary>
internal static class Callers
{
    /// <summary>
    /// Returns the arguments that are passed to the parameter, with the same part of the value as in <paramref name="place"/>;
    /// <see langword="null"/> if its function has no direct callers in the source.
    /// </summary>
    public static IEnumerable<Place>? ArgumentsFor(IParameterSymbol parameter, Place place, IWalk walk)
    {
        if (Frame.Binding(place.Frame, parameter) is { } binding)
        {
            return binding.ArgumentOf(parameter) is { } bound ? place.At(bound, binding.Caller) : place.At(walk.DefaultOf(parameter), null);
        }

        return parameter.ContainingSymbol switch
        {
            IMethodSymbol { MethodKind: MethodKind.PropertySet, AssociatedSymbol: { } property } => MemberWrites.To(property, place, walk),
            IMethodSymbol
            {
                IsExtern: false,
                MethodKind: not (MethodKind.AnonymousFunction or MethodKind.EventAdd or MethodKind.EventRemove)
            } method =>
                [.. place.At(walk.DefaultOf(parameter), null), .. ByAll(method, parameter, place, walk)],
            _ => null,
        };
    }

    private static IEnumerable<Place> ByAll(IMethodSymbol method, IParameterSymbol parameter, Place place, IWalk walk) =>
        walk.Program.CallersOf(method.OriginalDefinition, walk.CancellationToken)
            .SelectMany(call => place.At(CallArguments.For(parameter, CallArguments.Of(call)), null));
}
