using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pitchly.Analyzers.Options;

namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>
/// Tells by its name whether a thing holds a secret. The head of the name must be the secret's noun: an AppSecret is one, an AppSecretName
/// is not.
/// </summary>
internal sealed class SecretNames(SecretOptions options)
{
    private static readonly ImmutableHashSet<string> KeyKinds = ImmutableHashSet.Create(
        "secret", "signing", "signature", "api", "private", "encryption", "decryption", "hmac", "shared", "access", "master", "jwt",
            "account", "subscription",
        "symmetric", "crypto", "auth", "service", "secure", "security");

    private static readonly ImmutableHashSet<string> TokenKinds = ImmutableHashSet.Create(
        "access", "refresh", "auth", "authentication", "authorization", "bearer", "api", "jwt", "oauth", "user", "app", "client", "session",
            "secret", "pitchly", "personal", "service", "login", "private");

    /// <summary>What says how a secret is written, and not that it is another thing.</summary>
    private static readonly ImmutableHashSet<string> Forms = ImmutableHashSet.Create(
        "value", "values", "text", "string", "str", "literal", "raw", "plain", "plaintext", "bytes", "chars", "base64", "utf8", "utf",
            "base", "hex", "encoded", "decoded", "default", "fallback",
        "const", "constant", "production", "prod", "staging", "development", "dev", "live", "old", "new", "current", "previous", "primary",
            "secondary", "buffer", "array", "builder", "part", "span", "memory", "json", "data", "here", "local", "copy", "tmp", "temp");

    /// <summary>Words in front that make a question, a public thing or a place of it.</summary>
    private static readonly ImmutableHashSet<string> Retractions = ImmutableHashSet.Create(
        "public", "is", "has", "require", "requires", "required", "use", "uses", "no", "not", "can", "should", "show", "hide", "allow",
            "allows", "supports", "validate", "validates", "next", "page", "paging", "continuation", "cancellation", "csrf", "xsrf",
            "antiforgery", "sync", "delta", "parser", "syntax");

    private static readonly AnyCase Nouns = new("secret", "key", "token", "passw", "pwd", "passphrase");

    private static readonly AnyCase Apps = new("app", "client");

    private static readonly char[] KeyEnds = [':', '=', ' '];

    private static readonly char[] PathSeparators = [':', '.', '/'];

    private readonly ConcurrentDictionary<string, SecretName> _judged = new(StringComparer.Ordinal);

    /// <summary>Judges the name of a parameter, property, field, local or constant.</summary>
    [MethodImpl(Hot.Path)]
    public SecretName Of(string name)
    {
        if (!MayBeSecret(name))
        {
            return SecretName.None;
        }

        if (!_judged.TryGetValue(name, out var judged))
        {
            judged = Judge(name);
            _judged.TryAdd(name, judged);
        }

        return judged;
    }

    /// <summary>Judges a key, as dictionaries, forms, headers and configuration have it: the last part of a path counts.</summary>
    [MethodImpl(Hot.Path)]
    public SecretName OfKey(string key)
    {
        if (!MayBeSecret(key))
        {
            return SecretName.None;
        }

        var end = key.TrimEnd(KeyEnds);
        if (end.Length > SecretOptions.LongestKey || end.IndexOf(' ') >= 0 && Words.Split(end).Length > 3)
        {
            return SecretName.None;
        }

        var section = end.LastIndexOf("__", StringComparison.Ordinal);
        return Of(end.Substring(Math.Max(section < 0 ? 0 : section + 2, end.LastIndexOfAny(PathSeparators) + 1)));
    }

    /// <summary>Tells whether a name is that of an App ID or an OAuth client ID.</summary>
    [MethodImpl(Hot.Path)]
    public static bool IsAppId(string name)
    {
        if (!name.EndsWith("id", StringComparison.OrdinalIgnoreCase) || !Apps.IsIn(name))
        {
            return false;
        }

        var words = Words.Split(name);
        return words.Length >= 2 && words[words.Length - 1] == "id" && words[words.Length - 2] is "app" or "client" or "application";
    }

    private SecretName Judge(string name)
    {
        var words = Words.Split(name);
        if (!options.IgnoredNames.IsEmpty && options.IgnoredNames.Contains(string.Concat(words)))
        {
            return SecretName.None;
        }

        var end = words.Length;
        while (end > 1 && (Forms.Contains(words[end - 1]) || char.IsDigit(words[end - 1][0])))
        {
            end--;
        }

        if (end == 0 || words.Take(end - 1).Any(Retractions.Contains))
        {
            return SecretName.None;
        }

        var head = Singular(words[end - 1]);
        var before = end > 1 ? words[end - 2] : "";
        return head switch
        {
            "secret" or "password" => SecretName.Secret,
            "key" when KeyKinds.Contains(before) => SecretName.Secret,
            "token" when TokenKinds.Contains(before) => SecretName.Token,
            _ when !options.AdditionalNames.IsEmpty
                && (options.AdditionalNames.Contains(string.Concat(words))
                || options.AdditionalNames.Contains(string.Concat(words.Skip(Math.Max(0, end - 2)).Take(2)))
                || options.AdditionalNames.Contains(head)) => SecretName.Secret,
            "token" when end == 1 => SecretName.WeakToken,
            "key" when end == 1 => SecretName.WeakKey,
            _ => SecretName.None,
        };
    }

    /// <summary>Whether any of the nouns stands in the name, so that most names need not be taken apart.</summary>
    [MethodImpl(Hot.Path)]
    public bool MayBeSecret(string name) => !options.AdditionalNames.IsEmpty || Nouns.IsIn(name);

    private static string Singular(string word) => word switch
    {
        "secrets" => "secret",
        "tokens" => "token",
        "keys" => "key",
        "passwords" => "password",
        _ => word,
    };
}

/// <summary>What a name says of the thing that bears it.</summary>
internal enum SecretName
{
    None,

    /// <summary>A bare "token", which may as well be a parser's.</summary>
    WeakToken,

    /// <summary>A bare "key", which may as well be a dictionary's.</summary>
    WeakKey,

    Token,

    Secret,
}
