using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Checks;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;
using Pitchly.Analyzers.Use;

namespace Pitchly.Analyzers;

/// <summary>
/// Tells by the declaration of what is called or set whether such calls need a look. It is judged once, and most calls need none.
/// </summary>
internal sealed class Callees(SecretNames names, IAssemblySymbol assembly, bool isClient)
{
    /// <summary>By reference, which is cheaper than to compare symbols; one that comes as two objects is judged twice.</summary>
    private readonly ConcurrentDictionary<ISymbol, CallInterest> _judged = new(new ByReference());

    [MethodImpl(Hot.Path)]
    public CallInterest Of(ISymbol? used)
    {
        if (used is null)
        {
            return CallInterest.Secrets;
        }

        var symbol = used.OriginalDefinition;
        if (!_judged.TryGetValue(symbol, out var interest))
        {
            interest = Judge(symbol);
            _judged.TryAdd(symbol, interest);
        }

        return interest;
    }

    private CallInterest Judge(ISymbol symbol)
    {
        var interest = isClient && ServerOnlyCheck.Is(symbol, assembly, names) ? CallInterest.ServerOnly : CallInterest.None;
        if (symbol is IMethodSymbol method)
        {
            interest |= TakesSecrets(method) ? CallInterest.Secrets : CallInterest.None;
            interest |= AnswerCheck.LooksAtAnswer(method) ? CallInterest.Answer : CallInterest.None;
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
            || CollectionSinks.Puts(method)
            || CryptoSinks.MayTake(method)
            || MessageCheck.MayTake(method)
            || ComparisonCheck.Compares(method)
            || CompositeCheck.Composes(method);
    }

    private sealed class ByReference : IEqualityComparer<ISymbol>
    {
        public bool Equals(ISymbol? one, ISymbol? other) => ReferenceEquals(one, other);

        public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
    }
}

/// <summary>Why a call may be worth a look.</summary>
[Flags]
internal enum CallInterest
{
    None = 0,

    /// <summary>It may take a secret, or make one of its arguments.</summary>
    Secrets = 1,

    /// <summary>It looks at one case of an answer.</summary>
    Answer = 2,

    /// <summary>It is for servers, and this is a client.</summary>
    ServerOnly = 4,
}
