using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Tells by the type that holds a member what its name may mean besides.</summary>
internal static class Owners
{
    /// <summary>
    /// In a table of captions or keys, a member's name says what its value names; what is plainly random counts there still.
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
            : sink.Strength == SinkStrength.Weak && Reads(words[words.Length - 1]) ? null
            : sink;
    }

    /// <summary>Whether a type, or one around it, holds captions, messages or names.</summary>
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

    /// <summary>Whether a type stands in one that is a table.</summary>
    private static bool IsWithinTable(INamedTypeSymbol owner) =>
        owner.ContainingType is { } around && Words.Split(around.Name) is [.., var last] && IsTable(last);

    /// <summary>A member of a class that is called after secrets: the class says what they are, the members whose.</summary>
    public static SecretSink? ByOwner(ISymbol member, SecretNames names, IOperation value)
    {
        var says = member.ContainingType is { IsAnonymousType: false } owner && owner.Name.EndsWith("s", StringComparison.Ordinal)
            ? names.Of(owner.Name)
            : SecretName.None;
        return says is SecretName.Secret or SecretName.Token
            ? SecretSink.Named(says, $"'{member.ContainingType.Name}.{member.Name}'", value, SinkStrength.Random)
            : null;
    }

    /// <summary>
    /// Whether a constructor's parameter is the value of an object that its type calls a secret: <c>new Secret(value)</c>.
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

    private static bool Reads(string word) =>
        word is "parser" or "lexer" or "tokenizer" or "scanner" or "page" or "paging" or "pager" or "grammar" or "cursor" or "token";
}
