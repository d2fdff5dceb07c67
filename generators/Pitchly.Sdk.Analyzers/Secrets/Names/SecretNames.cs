using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Pitchly.Analyzers.Options;

namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>
/// Determines from a name whether it denotes a secret. The head of the name must be a noun for a secret: an AppSecret is a secret, an
/// AppSecretName is not.
/// </summary>
internal sealed class SecretNames(SecretOptions options)
{
    /// <summary>Words that make a key a secret if they precede it.</summary>
    private static readonly ImmutableHashSet<string> KeyKinds = ImmutableHashSet.Create(
        "secret", "signing", "signature", "api", "private", "encryption", "decryption", "hmac", "shared", "access", "master", "jwt",
        "account", "subscription", "symmetric", "crypto", "auth", "secure", "security", "cipher");

    /// <summary>Words that may make a key a secret if they precede it, but may also make it the name of an entry.</summary>
    private static readonly ImmutableHashSet<string> OpenKeyKinds = ImmutableHashSet.Create(
        "service", "client", "consumer", "storage", "webhook", "application", "app", "admin", "license", "bot");

    private static readonly ImmutableHashSet<string> TokenKinds = ImmutableHashSet.Create(
        "access", "refresh", "auth", "authentication", "authorization", "bearer", "api", "jwt", "oauth", "user", "app", "client",
        "session", "secret", "pitchly", "personal", "service", "login", "private", "id");

    /// <summary>Words at the end of a name that describe the form of a secret and do not denote another thing.</summary>
    private static readonly ImmutableHashSet<string> Forms = ImmutableHashSet.Create(
        "value", "values", "text", "string", "str", "literal", "raw", "plain", "plaintext", "bytes", "chars", "base64", "utf8", "utf",
        "base", "hex", "encoded", "decoded", "default", "fallback", "const", "constant", "production", "prod", "staging", "development",
        "dev", "live", "old", "new", "current", "previous", "primary", "secondary", "buffer", "array", "builder", "part", "span",
        "memory", "json", "data", "here", "local", "copy", "tmp", "temp", "async");

    /// <summary>Things that a secret has or that process it. A name that ends in one of these words denotes that thing.</summary>
    private static readonly ImmutableHashSet<string> Things = ImmutableHashSet.Create(
        "name", "names", "id", "ids", "uri", "url", "path", "file", "folder", "header", "headers", "field", "fields", "parameter",
        "param", "parameters", "option", "options", "column", "label", "message", "length", "size", "hash", "algorithm", "encoding",
        "purpose", "alphabet", "characters", "pattern", "regex", "prefix", "suffix", "type", "kind", "policy", "provider", "endpoint",
        "scope", "scopes", "expiry", "expiration", "expires", "lifetime", "count", "index", "format", "rule", "rules", "validator",
        "manager", "store", "box", "input", "title", "hint", "placeholder", "error", "code", "status", "state", "date", "time",
        "handler", "factory", "generator", "reader", "writer", "parser", "cache", "vault", "resolver", "source", "claim", "property",
        "attribute", "table", "section", "setting", "settings", "env", "variable", "tag", "thumbprint", "fingerprint", "checksum",
        "salt", "issuer", "audience", "cipher", "ref", "reference", "accessor", "santa", "sauce", "caption", "description", "tooltip",
        "location", "hasher", "mode", "version", "style", "culture", "language", "method", "methods");

    /// <summary>Words at the start of a name that make it a question or a flag.</summary>
    private static readonly ImmutableHashSet<string> Questions = ImmutableHashSet.Create(
        "is", "has", "require", "requires", "required", "use", "uses", "no", "not", "can", "should", "show", "hide", "allow", "allows",
        "supports", "validate", "validates");

    /// <summary>Words for a transformed secret, which is no longer a secret.</summary>
    private static readonly ImmutableHashSet<string> Altered = ImmutableHashSet.Create(
        "hashed", "masked", "redacted", "encrypted", "obfuscated", "salted");

    /// <summary>Words directly before a key or token that make it something else.</summary>
    private static readonly ImmutableHashSet<string> Others = ImmutableHashSet.Create(
        "public", "publishable", "next", "page", "paging", "continuation", "cancellation", "csrf", "xsrf", "antiforgery", "sync",
        "delta", "parser", "syntax", "foreign", "partition", "row", "sort", "hot", "cache", "registry", "design");

    private static readonly AnyCase Nouns = new("secret", "key", "token", "passw", "pwd", "passphrase");

    /// <summary>Short nouns for secrets that other words contain too. They are recognized only as the last word.</summary>
    private static readonly ImmutableArray<string> ShortNouns = ["pat", "jwt", "pass"];

    private static readonly AnyCase Apps = new("app", "client");

    private static readonly char[] KeyEnds = [':', '=', ' '];

    private static readonly char[] PathSeparators = [':', '.', '/'];

    private readonly ConcurrentDictionary<string, SecretName> _kinds = new(StringComparer.Ordinal);

    /// <summary>Classifies the name of a parameter, property, field, local, or constant.</summary>
    [MethodImpl(Hot.Path)]
    public SecretName Of(string name)
    {
        if (!MayBeSecret(name))
        {
            return SecretName.None;
        }

        if (!_kinds.TryGetValue(name, out var kind))
        {
            kind = Classify(name);
            _kinds.TryAdd(name, kind);
        }

        return kind;
    }

    /// <summary>Classifies a key of a dictionary, form, header, or configuration by the last part of its path.</summary>
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
        var start = Math.Max(section < 0 ? 0 : section + 2, end.LastIndexOfAny(PathSeparators) + 1);
        var kind = Of(end.Substring(start));
        return kind is SecretName.WeakKey or SecretName.WeakToken && IsInSection(end, start) ? OfSetting(end, start) : kind;
    }

    /// <summary>Determines whether a configuration section precedes the last part of a key.</summary>
    private static bool IsInSection(string key, int start) => start > 1 && key[start - 1] is ':' or '_';

    /// <summary>
    /// Classifies a key or token by its section: <c>Jwt:Key</c> is a key for tokens, <c>Stripe:Token</c> is a vendor's token.
    /// </summary>
    private SecretName OfSetting(string key, int start)
    {
        var words = Words.Split(key.Substring(0, start));
        var whole = words.IsEmpty ? SecretName.None : Of($"{words[words.Length - 1]}_{key.Substring(start)}");
        return whole is SecretName.Secret or SecretName.Token ? whole : SecretName.Likely;
    }

    /// <summary>Determines whether a name denotes an App ID or an OAuth client ID.</summary>
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

    /// <summary>Determines whether a word says what a key or token is for.</summary>
    public static bool IsKind(string word) => KeyKinds.Contains(word) || OpenKeyKinds.Contains(word) || TokenKinds.Contains(word);

    /// <summary>
    /// Determines whether a name denotes something that is not a secret, such as an ID, or the name of an option or header.
    /// </summary>
    public static bool IsOfThing(string name) => Words.Split(name) is [.., var last] && Things.Contains(last);

    /// <summary>Determines whether a word describes the form or the version of a value.</summary>
    private static bool IsForm(string word) => Forms.Contains(word) || char.IsDigit(word[0]) || word == "v";

    private SecretName Classify(string name)
    {
        var words = Words.Split(name);
        var joined = string.Concat(words);
        if (!options.IgnoredNames.IsEmpty && options.IgnoredNames.Contains(joined))
        {
            return SecretName.None;
        }

        var end = words.Length;
        while (end > 1 && IsForm(words[end - 1]))
        {
            end--;
        }

        if (!options.AdditionalNames.IsEmpty && IsAdditional(words, joined, end))
        {
            return SecretName.Secret;
        }

        if (end == 0 || end > 1 && Questions.Contains(words[0]))
        {
            return SecretName.None;
        }

        var noun = LastNoun(words, end);
        var kind = noun < 0 ? OfShort(words[end - 1]) : OfNoun(words, noun);
        if (noun < 0 || noun == end - 1)
        {
            return kind;
        }

        return Things.Contains(words[end - 1])
            || kind is not (SecretName.Secret or SecretName.Token)
            ? SecretName.None
            : SecretName.Likely;
    }

    private bool IsAdditional(ImmutableArray<string> words, string joined, int end) =>
        options.AdditionalNames.Contains(joined)
        || options.AdditionalNames.Contains(string.Concat(words.Skip(Math.Max(0, end - 2)).Take(2)))
        || end > 0 && options.AdditionalNames.Contains(Singular(words[end - 1]));

    private static int LastNoun(ImmutableArray<string> words, int end)
    {
        for (var index = end - 1; index >= 0; index--)
        {
            if (Singular(words[index]) is "secret" or "password" or "key" or "token")
            {
                return index;
            }
        }

        return -1;
    }

    private static SecretName OfShort(string word) => word switch
    {
        "pat" or "jwt" => SecretName.WeakToken,
        "pass" => SecretName.Likely,
        _ => SecretName.None,
    };

    private static SecretName OfNoun(ImmutableArray<string> words, int noun)
    {
        var before = noun > 0 ? words[noun - 1] : "";
        if (words.Take(noun).Any(Altered.Contains))
        {
            return SecretName.None;
        }

        var isOther = Others.Contains(before) || noun > 1 && words[noun - 2] is "public" or "publishable";
        return Singular(words[noun]) switch
        {
            "secret" or "password" => SecretName.Secret,
            _ when isOther => SecretName.None,
            "key" when KeyKinds.Contains(before) => SecretName.Secret,
            "key" when OpenKeyKinds.Contains(before) => SecretName.Likely,
            "key" => noun == 0 ? SecretName.WeakKey : SecretName.None,
            _ => TokenKinds.Contains(before) ? SecretName.Token : SecretName.WeakToken,
        };
    }

    /// <summary>Determines whether the name contains one of the nouns, so that most names need not be split.</summary>
    [MethodImpl(Hot.Path)]
    public bool MayBeSecret(string name) => !options.AdditionalNames.IsEmpty || Nouns.IsIn(name) || EndsInShortNoun(name);

    private static bool EndsInShortNoun(string name)
    {
        foreach (var noun in ShortNouns)
        {
            if (name.EndsWith(noun, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string Singular(string word) => word switch
    {
        "secrets" => "secret",
        "tokens" => "token",
        "keys" => "key",
        "passwords" => "password",
        _ => word,
    };
}
