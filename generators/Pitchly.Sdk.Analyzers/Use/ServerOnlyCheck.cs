using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Use;

/// <summary>Finds, in clients, what is for servers: what a schema gives the audience "server", and other libraries' functions that take a secret.</summary>
internal sealed class ServerOnlyCheck(SecretNames names)
{
    /// <summary>By reference, which is cheaper than to compare symbols; one that comes as two objects is judged twice.</summary>
    private readonly ConcurrentDictionary<ISymbol, bool> _judged = new(new ByReference());

    [MethodImpl(Hot.Path)]
    public void Check(ISymbol? used, IOperation operation, OperationBlockAnalysisContext context)
    {
        if (used is null)
        {
            return;
        }

        var symbol = used.OriginalDefinition;
        if (!_judged.TryGetValue(symbol, out var isForServers))
        {
            isForServers = PitchlyTypes.IsServerOnly(symbol) || TakesSecret(symbol);
            _judged.TryAdd(symbol, isForServers);
        }

        if (isForServers)
        {
            var shown = used is IMethodSymbol { MethodKind: MethodKind.Constructor } ? used.ContainingType : used;
            context.ReportDiagnostic(Diagnostic.Create(
                UseRules.ServerOnly, operation.Syntax.GetLocation(), shown.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat)));
        }
    }

    /// <summary>Whether another assembly's function, or a generated member, takes a secret that is no token.</summary>
    private bool TakesSecret(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.DeclaringSyntaxReferences.IsEmpty && method.Parameters.Any(parameter =>
            names.Of(parameter.Name) == SecretName.Secret && (NamedSinks.IsSecretType(parameter.Type) || IsAppSecret(parameter.Name))),
        IPropertySymbol property => NamedSinks.IsSecretType(property.Type) && names.Of(property.Name) == SecretName.Secret,
        _ => false,
    };

    /// <summary>App Secrets and OAuth client secrets; a password or a key may well be the user's own.</summary>
    private static bool IsAppSecret(string name) => Words.Split(name) is [.., "app" or "client", "secret"];

    private sealed class ByReference : IEqualityComparer<ISymbol>
    {
        public bool Equals(ISymbol? one, ISymbol? other) => ReferenceEquals(one, other);

        public int GetHashCode(ISymbol symbol) => RuntimeHelpers.GetHashCode(symbol);
    }
}
