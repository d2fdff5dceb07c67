using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Names;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Sinks;

/// <summary>Finds secrets within texts: query strings, connection strings, JSON, XML, headers.</summary>
internal sealed class TextSinks(SecretNames names, SecretOptions options)
{
    /// <summary>Stands in a text for what is not known.</summary>
    public const char Hole = '\uFFFF';

    private const int ShortestCredentials = 8;

    /// <summary>Whether a text can hold a key and its value, so that the rest need not look.</summary>
    public static bool MayHold(string text) =>
        text.IndexOfAny(AfterKeys) >= 0 && HasSecretWord(text);

    /// <summary>Whether a text can end in a key.</summary>
    public static bool HasSecretWord(string text) => text.Length > 4 && SecretWords.IsIn(text);

    /// <summary>Whether a text ends in a key that asks for a value, for example <c>…&amp;client_secret=</c>.</summary>
    public bool EndsInKey(string text)
    {
        var end = text.TrimEnd('"', '\'', ' ', '\\');
        return end.Length > 1
            && (end[end.Length - 1] is '=' or ':' or '>' && KeyBefore(end, end.Length - 1) is var (name, _)
            && name is SecretName.Secret or SecretName.Token
            || end.EndsWith("Bearer", StringComparison.OrdinalIgnoreCase)
            || end.EndsWith("Basic", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The secrets in a text, which may have holes: where they start, how long they are, and what they are.</summary>
    public IEnumerable<(int Start, int Length, string Key, bool IsToken)> Find(string text)
    {
        for (var at = text.IndexOfAny(Separators); at >= 0; at = at + 1 < text.Length ? text.IndexOfAny(Separators, at + 1) : -1)
        {
            if (at == 0 || KeyBefore(text, at) is not var (name, key) || name is not (SecretName.Secret or SecretName.Token))
            {
                continue;
            }

            var (start, length, isSure) = ValueAfter(text, at);
            if (length > 0 && IsValue(text.Substring(start, length), isSure))
            {
                yield return (start, length, key, name == SecretName.Token);
            }
        }

        foreach (var scheme in Schemes)
        {
            for (var at = text.IndexOf(scheme, StringComparison.Ordinal); at >= 0; at = text.IndexOf(scheme, at + 1,
                StringComparison.Ordinal))
            {
                var start = at + scheme.Length;
                var length = LengthUntil(text, start, "\"' ,;&\r\n\t\\<");
                if (length >= ShortestCredentials && (at == 0 || !char.IsLetter(text[at - 1])) && text.Substring(start, length) is var value
                    && value.Any(char.IsDigit) && value.IndexOf('=') is var equals && (equals < 0 || value.TrimEnd('=').IndexOf('=') < 0)
                    && IsValue(value, isSure: true))
                {
                    yield return (start, length, scheme.Trim(), true);
                }
            }
        }
    }

    private static readonly char[] Separators = ['=', ':', '>'];

    private static readonly char[] AfterKeys = ['=', ':', '>', ' '];

    private static readonly AnyCase SecretWords = new("ecret", "oken", "key", "passw", "pwd", "earer", "basic");

    private static readonly string[] Schemes = ["Bearer ", "bearer ", "Basic "];

    private bool IsValue(string value, bool isSure) =>
        value.IndexOf(Hole) < 0
        && value[0] is not ('@' or '$' or '%' or '{' or '<' or '[' or '(' or '*')
        && value.All(character => char.IsLetterOrDigit(character) || "_-.~+/=!$%#@^*?".IndexOf(character) >= 0)
        && (isSure || value.Any(char.IsDigit))
        && SecretValue.IsSecret(value, SinkStrength.Named, options);

    /// <summary>The key that ends before a separator.</summary>
    private (SecretName Name, string Key)? KeyBefore(string text, int separator)
    {
        var end = separator;
        while (end > 0 && text[end - 1] is ' ' or '"' or '\'' or '\\')
        {
            end--;
        }

        var start = end;
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] is '_' or '-' or '.' || text[start - 1] == ':'
            && start - 1 > 0 && char.IsLetterOrDigit(text[start - 2])))
        {
            start--;
        }

        if (start == end || text[separator] == '>' && (start == 0 || text[start - 1] != '<'))
        {
            return null;
        }

        var key = text.Substring(start, end - start);
        return (names.OfKey(key), key);
    }

    /// <summary>The value after a separator, and whether its form leaves no doubt that it is one.</summary>
    private static (int Start, int Length, bool IsSure) ValueAfter(string text, int separator)
    {
        var start = separator + 1;
        if (text[separator] == '>')
        {
            var length = LengthUntil(text, start, "<\r\n");
            return (start, start + length < text.Length && text[start + length] == '<' ? length : 0, true);
        }

        while (start < text.Length && text[start] is ' ' or '\\')
        {
            start++;
        }

        if (start < text.Length && text[start] is '"' or '\'')
        {
            return (start + 1, LengthUntil(text, start + 1, "\"'\\\r\n"), true);
        }

        var end = start + LengthUntil(text, start, "&;,\"'\\ \t\r\n}<)]|");
        var isTight = start == separator + 1 && text[separator] == '='
            && (end == text.Length || text[end] is '&' or ';' or '"' or '\'' or '\r' or '\n');
        var isLast = end == text.Length || text[end] is '&' or ';' or '"' or '\'' or '\r' or '\n' or '}' or ',';
        return (start, isTight || isLast && start > separator + 1 ? end - start : 0, isTight);
    }

    private static int LengthUntil(string text, int start, string ends)
    {
        var end = start;
        while (end < text.Length && ends.IndexOf(text[end]) < 0)
        {
            end++;
        }

        return end - start;
    }
}
