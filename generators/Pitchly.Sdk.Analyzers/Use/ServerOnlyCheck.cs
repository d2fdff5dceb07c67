using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Use;

/// <summary>
/// Finds server-only code in clients: members for which a schema sets the audience "server", and functions of other libraries that take a
/// secret.
/// </summary>
internal static class ServerOnlyCheck
{
    private const string Declared = "it is declared for servers, in its schema or with [ServerOnly]";

    private const string UnsafeInClients = "it takes a secret, and a client cannot keep a secret (RFC 8252, section 8.5)";

    public static bool Is(ISymbol symbol, IAssemblySymbol client, SecretNames names) =>
        PitchlyTypes.IsServerOnly(symbol) || TakesSecret(symbol, client, names);

    public static void Report(IOperation operation, OperationBlockAnalysisContext context)
    {
        ISymbol? used = operation switch
        {
            IInvocationOperation invocation => invocation.TargetMethod,
            IObjectCreationOperation creation => creation.Constructor?.ContainingType,
            IMethodReferenceOperation reference => reference.Method,
            ISimpleAssignmentOperation { Target: IPropertyReferenceOperation property } => property.Property,
            _ => null,
        };
        context.ReportDiagnostic(Diagnostic.Create(
            UseRules.ServerOnly,
            operation.Syntax.GetLocation(),
            used?.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat),
            used is not null && PitchlyTypes.IsServerOnly(used) ? Declared : UnsafeInClients));
    }

    /// <summary>Determines whether a function of another assembly, or a generated member, takes a secret that is not a token.</summary>
    private static bool TakesSecret(ISymbol symbol, IAssemblySymbol client, SecretNames names) => symbol switch
    {
        IMethodSymbol method =>
            !SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, client) && method.Parameters.Any(parameter =>
            names.Of(parameter.Name) == SecretName.Secret && (NamedSinks.IsSecretType(parameter.Type) || IsAppSecret(parameter.Name))),
        IPropertySymbol property => NamedSinks.IsSecretType(property.Type) && names.Of(property.Name) == SecretName.Secret,
        _ => false,
    };

    /// <summary>
    /// Determines whether a name denotes an App Secret or an OAuth client secret. A password or a key may belong to the user.
    /// </summary>
    private static bool IsAppSecret(string name) => Words.Split(name) is [.., "app" or "client", "secret"];
}
