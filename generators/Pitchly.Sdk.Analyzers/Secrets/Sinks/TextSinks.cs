using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds secrets within strings: query strings, connection strings, JSON, XML, headers.</summary>
internal sealed class TextSinks(SecretNames names, SecretOptions options)
{
    /// <summary>The character that represents an unknown part of a string.</summary>
    public const char Hole = '\uFFFF';

    private const int ShortestCredentials = 8;

    /// <summary>The maximum length of a header's name and the characters around it, which bounds the cost for long strings.</summary>
    private const int HeaderLength = 64;

    /// <summary>Determines whether a string can contain a key and its value. If not, the other checks are skipped.</summary>
    public static bool MayHold(string text) =>
        text.IndexOfAny(AfterKeys) >= 0
            && (HasSecretWord(text) || text.IndexOf('@') > 0 && text.IndexOf("://", StringComparison.Ordinal) >= 0);

    /// <summary>Determines whether a string can end in a key.</summary>
    public static bool HasSecretWord(string text) => text.Length > 4 && SecretWords.IsIn(text);

    /// <summary>Determines whether a string ends in a key that expects a value, for example <c>…&amp;client_secret=</c>.</summary>
    public bool EndsInKey(string text)
    {
        var end = text.TrimEnd('"', '\'', ' ', '\\');
        return end.Length > 1
            && (end[end.Length - 1] is '=' or ':' or '>' && KeyBefore(end, end.Length - 1) is var (name, _)
            && name is SecretName.Secret or SecretName.Token
            || end.EndsWith("Bearer", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith("Basic", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Finds the secrets in a string, which may have holes. Returns the start, length, key, and kind of each.</summary>
    public IEnumerable<(int Start, int Length, string Key, bool IsToken)> Find(string text) =>
        AfterKeysIn(text).Concat(AfterSchemesIn(text)).Concat(InUrls(text));

    /// <summary>Finds the secrets next to their names in markup and scripts. Returns the start, length, key, and kind of each.</summary>
    public IEnumerable<(int Start, int Length, string Key, bool IsToken)> FindNamed(string text, IReadOnlyList<Regex> forms)
    {
        foreach (var (key, value, at) in NamedValues.In(text, forms))
        {
            var name = names.OfKey(key);
            var strength = name == SecretName.Likely ? SinkStrength.Random : SinkStrength.Label;
            if (name is SecretName.Secret or SecretName.Token or SecretName.Likely && value.IndexOf(Hole) < 0
                && SecretValue.IsSecret(value, strength, options))
            {
                yield return (at.Start, at.Length, key, name == SecretName.Token);
            }
        }
    }

    private IEnumerable<(int Start, int Length, string Key, bool IsToken)> AfterKeysIn(string text)
    {
        for (var at = text.IndexOfAny(Separators); at >= 0; at = at + 1 < text.Length ? text.IndexOfAny(Separators, at + 1) : -1)
        {
            if (at == 0 || KeyBefore(text, at) is not var (name, key) || name is not (SecretName.Secret or SecretName.Token))
            {
                continue;
            }

            var value = TextValueSpan.After(text, at);
            if (value.Length > 0 && IsValue(text.Substring(value.Start, value.Length), value))
            {
                yield return (value.Start, value.Length, key, name == SecretName.Token);
            }
        }
    }

    /// <summary>Finds the credentials of a header. Text that only describes such headers has other words before or after them.</summary>
    private IEnumerable<(int Start, int Length, string Key, bool IsToken)> AfterSchemesIn(string text)
    {
        foreach (var scheme in Schemes)
        {
            for (var at = text.IndexOf(scheme, StringComparison.Ordinal); at >= 0; at = text.IndexOf(scheme, at + 1,
                StringComparison.Ordinal))
            {
                var start = at + scheme.Length;
                var length = TextValueSpan.LengthUntil(text, start, "\"' ,;&\r\n\t\\<");
                var isCredential = length >= ShortestCredentials && BeginsHeader(text, at)
                    && IsCredential(text.Substring(start, length), isAll: start + length == text.Length);
                if (isCredential)
                {
                    yield return (start, length, scheme.Trim(), true);
                }
            }
        }
    }

    private static bool BeginsHeader(string text, int at)
    {
        var start = Math.Max(0, at - HeaderLength);
        var before = text.Substring(start, at - start).TrimEnd(' ', '"', '\'', '\\', ':', '=', ',', '[');
        return before.Length == 0 || before.EndsWith("Authorization", StringComparison.OrdinalIgnoreCase);
    }

    private bool IsCredential(string value, bool isAll) =>
        (isAll || value.Length >= 20 ? value.Any(char.IsDigit) : Randomness.IsClearlyRandom(value))
        && value.TrimEnd('=').IndexOf('=') < 0
        && IsValue(value, new TextValueSpan(0, value.Length, IsSure: true, IsQuoted: false));

    /// <summary>Finds the password of a URL: <c>https://user:password@host</c>.</summary>
    private IEnumerable<(int Start, int Length, string Key, bool IsToken)> InUrls(string text)
    {
        for (var at = text.IndexOf("://", StringComparison.Ordinal); at >= 0; at = text.IndexOf("://", at + 1, StringComparison.Ordinal))
        {
            var end = at + 3 + TextValueSpan.LengthUntil(text, at + 3, "/?# \"'<>\r\n");
            var host = text.LastIndexOf('@', end - 1, end - at - 3);
            var colon = host < 0 ? -1 : text.IndexOf(':', at + 3, host - at - 3);
            if (colon > at + 3 && IsPassword(text.Substring(colon + 1, host - colon - 1)))
            {
                yield return (colon + 1, host - colon - 1, "URL password", false);
            }
        }
    }

    private bool IsPassword(string value) => value.IndexOf(Hole) < 0 && SecretValue.IsSecret(value, SinkStrength.Digits, options);

    private static readonly char[] Separators = ['=', ':', '>'];

    private static readonly char[] AfterKeys = ['=', ':', '>', ' '];

    private static readonly AnyCase SecretWords = new("ecret", "oken", "key", "passw", "passphrase", "pwd", "earer", "basic");

    private static readonly string[] Schemes = ["Bearer ", "bearer ", "Basic "];

    private bool IsValue(string value, TextValueSpan span)
    {
        var mayBegin = span.IsQuoted || value[0] is not ('@' or '%' or '{' or '<' or '[' or '(' or '*');
        var isOfAlphabet = value.All(character =>
            span.IsQuoted ? character > ' ' : char.IsLetterOrDigit(character) || "_-.~+/=!$%#@^*?".IndexOf(character) >= 0);
        return value.IndexOf(Hole) < 0
            && mayBegin && isOfAlphabet
            && (span.IsSure || value.Any(char.IsDigit)) && SecretValue.IsSecret(value, SinkStrength.Named, options);
    }

    /// <summary>Returns the key that ends before a separator.</summary>
    private (SecretName Name, string Key)? KeyBefore(string text, int separator)
    {
        var end = separator;
        while (end > 0 && text[end - 1] is ' ' or '"' or '\'' or '\\')
        {
            end--;
        }

        var start = end;
        while (start > 0 && IsOfKey(text, start - 1))
        {
            start--;
        }

        if (start == end || DoesNotCloseTag(text, start, separator))
        {
            return null;
        }

        var key = text.Substring(start, end - start);
        return (names.OfKey(key), key);
    }

    /// <summary>
    /// Determines whether a character is part of a key. A colon is part of a key if another character of the key precedes it.
    /// </summary>
    private static bool IsOfKey(string text, int index) =>
        char.IsLetterOrDigit(text[index]) || text[index] is '_' or '-' or '.'
            || (text[index] == ':' && index > 0 && char.IsLetterOrDigit(text[index - 1]));

    private static bool DoesNotCloseTag(string text, int start, int separator) =>
        text[separator] == '>' && (start == 0 || text[start - 1] != '<');
}
