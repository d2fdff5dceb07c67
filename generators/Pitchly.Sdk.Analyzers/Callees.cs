using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Use;

namespace Pitchly.Analyzers;

/// <summary>
/// Determines from the declaration of a called or assigned symbol whether its uses must be checked. The result is cached for each symbol.
/// Most symbols need no check.
/// </summary>
internal sealed class Callees(SecretNames names, IAssemblySymbol assembly, bool isClient)
{
    /// <summary>Compares by reference, which is cheaper than comparing symbols. A symbol with two instances is classified twice.</summary>
    private readonly ConcurrentDictionary<ISymbol, CallInterest> _classified = new(new ByReference());

    [MethodImpl(Hot.Path)]
    public CallInterest Of(ISymbol? used)
    {
        if (used is null)
        {
            return CallInterest.Secrets;
        }

        var symbol = used.OriginalDefinition;
        if (!_classified.TryGetValue(symbol, out var interest))
        {
            interest = Classify(symbol);
            _classified.TryAdd(symbol, interest);
        }

        return interest;
    }

    private CallInterest Classify(ISymbol symbol)
    {
        var interest = isClient && ServerOnlyCheck.Is(symbol, assembly, names) ? CallInterest.ServerOnly : CallInterest.None;
        if (symbol is IMethodSymbol method)
        {
            interest |= TakesSecrets(method) ? CallInterest.Secrets : CallInterest.None;
            interest |= ResponseCheck.HandlesCase(method) ? CallInterest.ResponseCase : CallInterest.None;
        }

        return interest;
    }

    private bool TakesSecrets(IMethodSymbol method)
    {
        foreach (var parameter in method.Parameters)
        {
            if (NamedSinks.MayTake(parameter, names) || AppIdSinks.Of(parameter) is not null)
            {
                return true;
            }
        }

        return KeyedSinks.MayTake(method)
            || CollectionSinks.MayStore(method)
            || CryptoSinks.MayTake(method)
            || MessageCheck.MayTake(method)
            || ComparisonCheck.Compares(method)
            || CompositeCheck.BuildsString(method);
    }

    private sealed class ByReference : IEqualityComparer<ISymbol>
    {
        public bool Equals(ISymbol? one, ISymbol? other) => ReferenceEquals(one, other);

        public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
    }
}

/// <summary>Specifies why a call may need a check.</summary>
[Flags]
internal enum CallInterest
{
    None = 0,

    /// <summary>The call may take a secret, or build one from its arguments.</summary>
    Secrets = 1,

    /// <summary>The call handles one case of a response.</summary>
    ResponseCase = 2,

    /// <summary>The call is for servers, and the project is a client.</summary>
    ServerOnly = 4,
}
