using System.Collections.Immutable;

namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>
/// Splits names and keys into words: <c>AppSecret</c>, <c>app_secret</c>, <c>PITCHLY__APP_SECRET</c> and <c>X-App-Secret</c> all contain
/// the words app and secret.
/// </summary>
internal static class Words
{
    /// <summary>Compounds that are often written as one word.</summary>
    private static readonly Dictionary<string, string[]> Compounds = new(StringComparer.Ordinal)
    {
        ["appsecret"] = ["app", "secret"],
        ["clientsecret"] = ["client", "secret"],
        ["sharedsecret"] = ["shared", "secret"],
        ["signingsecret"] = ["signing", "secret"],
        ["consumersecret"] = ["consumer", "secret"],
        ["secretkey"] = ["secret", "key"],
        ["signingkey"] = ["signing", "key"],
        ["privatekey"] = ["private", "key"],
        ["apikey"] = ["api", "key"],
        ["accesstoken"] = ["access", "token"],
        ["refreshtoken"] = ["refresh", "token"],
        ["authtoken"] = ["auth", "token"],
        ["bearertoken"] = ["bearer", "token"],
        ["usertoken"] = ["user", "token"],
        ["passwd"] = ["password"],
        ["pwd"] = ["password"],
        ["passphrase"] = ["password"],
        ["appid"] = ["app", "id"],
        ["clientid"] = ["client", "id"],
        ["appkey"] = ["app", "key"],
    };

    /// <summary>Returns the words of a name in lower case, with numbers as separate words.</summary>
    public static ImmutableArray<string> Split(string name)
    {
        var words = ImmutableArray.CreateBuilder<string>();
        var start = 0;
        for (var index = 1; index <= name.Length; index++)
        {
            if (index < name.Length && !IsBoundary(name, index))
            {
                continue;
            }

            if (char.IsLetterOrDigit(name[start]))
            {
                Add(words, name.Substring(start, index - start).ToLowerInvariant());
            }

            start = index;
        }

        return words.ToImmutable();
    }

    private static void Add(ImmutableArray<string>.Builder words, string word)
    {
        if (Compounds.TryGetValue(word, out var parts))
        {
            words.AddRange(parts);
        }
        else if (JoinedWords.Take(word) is var (before, noun))
        {
            words.Add(before);
            words.Add(noun);
        }
        else
        {
            words.Add(word);
        }
    }

    private static bool IsBoundary(string name, int index)
    {
        var (before, here) = (name[index - 1], name[index]);
        if (KindOf(before) != KindOf(here))
        {
            return true;
        }

        var nextIsLower = index + 1 < name.Length && char.IsLower(name[index + 1]);
        return KindOf(here) switch
        {
            CharKind.Other => true,
            CharKind.Letter => char.IsUpper(here) && (char.IsLower(before) || nextIsLower),
            _ => false,
        };
    }

    private static CharKind KindOf(char character) =>
        char.IsLetter(character) ? CharKind.Letter : char.IsDigit(character) ? CharKind.Digit : CharKind.Other;

    private enum CharKind
    {
        Letter,
        Digit,
        Other,
    }
}
