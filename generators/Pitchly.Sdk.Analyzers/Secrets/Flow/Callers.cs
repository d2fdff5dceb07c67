using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Secrets.Flow;

/// <summary>Leads from a parameter to what its callers give.</summary>
internal static class Callers
{
    /// <summary>
    /// What is given to the parameter, of which the same part is meant as at the place; <see langword="null"/> if it isn't called in the
    /// source.
    /// </summary>
    public static IEnumerable<Place>? Given(IParameterSymbol parameter, Place place, IWalk walk)
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
