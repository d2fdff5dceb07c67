using System.Collections.Immutable;

namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>The words that identify a text as the name, placeholder, or label of a secret rather than a secret.</summary>
internal static class Vocabulary
{
    /// <summary>A text of only these words is an identifier: <c>client_secret_post</c>, <c>Pitchly:AppSecret</c>, "App Secret".</summary>
    public static readonly ImmutableHashSet<string> Identifiers = ImmutableHashSet.Create(
        "a", "an", "the", "my", "our", "this", "that", "of", "for", "from", "in", "on", "to", "and", "or", "with", "as", "is", "x", "v",
        "access", "account", "admin", "api", "app", "application", "apps", "auth", "authentication", "authorization", "aws", "azure",
        "bearer", "basic", "body", "certificate", "client", "cli", "code", "config", "configuration", "connection", "constant",
        "consumer", "credential", "credentials", "crypto", "data", "database", "default", "demo", "dev", "development", "dotnet",
        "dummy", "encryption", "endpoint", "env", "environment", "example", "fake", "field", "file", "foo", "bar", "grant", "hash",
        "header", "hmac", "host", "http", "https", "id", "identity", "input", "invalid", "json", "jwt", "key", "db", "disable", "enable",
        "no", "not", "encrypted", "s3", "version", "forgot", "reset", "change", "confirm", "cache", "keys", "kv", "label", "live",
        "local", "login", "main", "master", "missing", "mock", "name", "new", "none", "oauth", "old", "one", "open", "openid", "option",
        "options", "param", "parameter", "partner", "password", "passphrase", "path", "pitchly", "platform", "post", "primary",
        "private", "prod", "production", "profile", "property", "provider", "public", "query", "read", "refresh", "request", "required",
        "response", "role", "root", "sample", "sandbox", "scheme", "scope", "sdk", "secondary", "secret", "secrets", "section", "secure",
        "security", "server", "service", "session", "setting", "settings", "shared", "sign", "signature", "signing", "sso", "staging",
        "store", "string", "symmetric", "system", "tenant", "test", "text", "token", "tokens", "type", "url", "uri", "user", "username",
        "value", "values", "variable", "vault", "web", "webhook", "write");

    /// <summary>A text that contains one of these as a separate word is a placeholder.</summary>
    public static readonly ImmutableHashSet<string> Placeholders = ImmutableHashSet.Create(
        "your", "changeme", "changeit", "replaceme", "placeholder", "tbd", "fixme", "redacted", "omitted", "undefined", "unset",
        "yoursecret", "yourappsecret", "yourtoken", "xxx", "xxxx", "lorem", "ipsum");

    /// <summary>A text that contains one of these words and no digit is a placeholder, or says that there is no secret.</summary>
    public static readonly ImmutableHashSet<string> Requests = ImmutableHashSet.Create(
        "replace", "insert", "todo", "masked", "hidden", "null", "nil", "disabled", "unused", "anonymous", "unrestricted", "none",
        "obfuscated");

    /// <summary>Phrases that identify a placeholder.</summary>
    public static readonly ImmutableArray<string> PlaceholderPhrases =
    [
        "change me", "change this", "change it", "goes here", "secret here", "key here", "token here", "value here", "password here",
            "not set", "not a secret", "no secret", "to be", "fill in", "put here", "enter secret", "set me", "set in", "from vault",
            "see vault",
    ];

    /// <summary>The nouns in names of secrets. A compound with one of these nouns and no digit is a name and not a secret.</summary>
    public static readonly ImmutableHashSet<string> Nouns = ImmutableHashSet.Create("secret", "secrets", "key", "keys", "token", "tokens",
        "password", "id", "name");
}
