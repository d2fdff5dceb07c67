using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Determines which methods a call may run.</summary>
internal static class Overriding
{
    public static bool Calls(IOperation call, IMethodSymbol method) => call switch
    {
        IInvocationOperation { TargetMethod: var called } =>
            IsSame(called, method) || IsSame(called.OverriddenMethod, method) || MayRun(called, method),
        IObjectCreationOperation creation => IsSame(creation.Constructor, method),
        IAttributeOperation { Operation: IObjectCreationOperation creation } => IsSame(creation.Constructor, method),
        _ => false,
    };

    /// <summary>Determines whether a call of an interface's or base class's method may run the candidate at run time.</summary>
    public static bool Implements(IMethodSymbol candidate, IMethodSymbol method)
    {
        for (var overridden = candidate.OverriddenMethod; overridden is not null; overridden = overridden.OverriddenMethod)
        {
            if (IsSame(overridden, method))
            {
                return true;
            }
        }

        return method.ContainingType.TypeKind == TypeKind.Interface
            && SymbolEqualityComparer.Default.Equals(candidate.ContainingType.FindImplementationForInterfaceMember(method), candidate);
    }

    private static bool MayRun(IMethodSymbol called, IMethodSymbol method) =>
        IsOpen(called) && !SymbolEqualityComparer.Default.Equals(called.ContainingType, method.ContainingType)
            && Implements(method, called);

    private static bool IsOpen(IMethodSymbol called) =>
        called.ContainingType?.TypeKind == TypeKind.Interface || called.IsAbstract || called.IsVirtual;

    private static bool IsSame(IMethodSymbol? called, IMethodSymbol method) =>
        SymbolEqualityComparer.Default.Equals(called?.OriginalDefinition, method.OriginalDefinition);
}
