using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds members that take a function whose return value is a secret: <c>AccessTokenProvider = () => …</c>.</summary>
internal static class FunctionSinks
{
    private static readonly string[] Suffixes = ["Provider", "Factory", "Getter", "Func", "Accessor", "Source", "Resolver", "Async"];

    public static SecretSink? Of(ISymbol member, IOperation value, SecretNames names)
    {
        var suffix = Suffixes.FirstOrDefault(end => member.Name.EndsWith(end, StringComparison.Ordinal)) ?? "";
        var name = names.Of(member.Name.Substring(0, member.Name.Length - suffix.Length));
        return value is IDelegateCreationOperation && name is SecretName.Secret or SecretName.Token
            ? SecretSink.Named(name, $"the return value of '{member.ContainingType?.Name}.{member.Name}'", value)
            : null;
    }
}
