using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Determines from the type that contains a member what else the member's name may mean.</summary>
internal static class Owners
{
    /// <summary>
    /// Weakens the sink of a member in a table of captions or keys, where the member's name says what its value names. A clearly random
    /// value is still reported.
    /// </summary>
    public static SecretSink? Weaken(SecretSink? sink, INamedTypeSymbol? owner)
    {
        if (sink is null || owner is null || owner.IsAnonymousType)
        {
            return sink;
        }

        var words = Words.Split(owner.Name);
        if (words.IsEmpty)
        {
            return sink;
        }

        return IsTable(words[words.Length - 1]) || IsWithinTable(owner) ? sink with { Strength = SinkStrength.Random }
            : sink.Strength == SinkStrength.Weak && IsReader(words[words.Length - 1]) ? null
            : sink;
    }

    /// <summary>Determines whether a type, or a type around it, holds captions, messages, or names.</summary>
    public static bool HoldTexts(INamedTypeSymbol? owner)
    {
        for (; owner is not null; owner = owner.ContainingType)
        {
            if (Words.Split(owner.Name) is [.., var last] && IsTable(last))
            {
                return true;
            }

            if (owner.ContainingType is null)
            {
                return IsTable(owner.ContainingNamespace?.Name.ToLowerInvariant() ?? "");
            }
        }

        return false;
    }

    /// <summary>Determines whether a type is nested in a table.</summary>
    private static bool IsWithinTable(INamedTypeSymbol owner) =>
        owner.ContainingType is { } around && Words.Split(around.Name) is [.., var last] && IsTable(last);

    /// <summary>
    /// Returns the sink for a member of a class that is named after secrets. The class name says what the values are, and the member names
    /// say whose.
    /// </summary>
    public static SecretSink? ByOwner(ISymbol member, SecretNames names, IOperation value)
    {
        var kind = member.ContainingType is { IsAnonymousType: false } owner && owner.Name.EndsWith("s", StringComparison.Ordinal)
            ? names.Of(owner.Name)
            : SecretName.None;
        return kind is SecretName.Secret or SecretName.Token
            ? SecretSink.Named(kind, $"'{member.ContainingType.Name}.{member.Name}'", value, SinkStrength.Random)
            : null;
    }

    /// <summary>
    /// Determines whether a constructor's parameter is the value of a type with the name of a secret: <c>new Secret(value)</c>.
    /// </summary>
    public static bool IsValueOfSecret(IParameterSymbol parameter, SecretNames names) =>
        parameter is { Name: "value" or "text" or "plaintext" or "plainText" or "raw", Type.SpecialType: SpecialType.System_String }
            && parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, ContainingType: var type }
            && names.Of(type.Name) is SecretName.Secret or SecretName.Token;

    private static bool IsTable(string word) => word switch
    {
        "names" or "headers" or "labels" or "captions" or "titles" or "texts" or "messages" or "strings" or "resources" => true,
        "translations" or "descriptions" or "tooltips" or "placeholders" or "errors" or "claims" or "scopes" or "fields" => true,
        "columns" or "parameters" or "routes" or "paths" or "urls" or "endpoints" or "hashes" or "fingerprints" => true,
        "keys" or "label" or "localizer" or "types" or "lifetimes" => true,
        _ => false,
    };

    private static bool IsReader(string word) =>
        word is "parser" or "lexer" or "tokenizer" or "scanner" or "page" or "paging" or "pager" or "grammar" or "cursor" or "token";
}
