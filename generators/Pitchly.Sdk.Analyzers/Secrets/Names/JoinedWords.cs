using System.Collections.Immutable;

namespace Pitchly.Analyzers.Secrets.Names;

/// <summary>
/// Splits the noun off a word that joins it with another word: <c>JWTSECRET</c>, <c>dbpassword</c>, <c>accesskey</c>.
/// </summary>
internal static class JoinedWords
{
    /// <summary>Nouns that no other word ends in.</summary>
    private static readonly ImmutableArray<string> Sure = ["secret", "password", "passphrase", "passwd"];

    /// <summary>Nouns that other words end in, such as monkey or a keyboard's hotkey, so the part before the noun must be known.</summary>
    private static readonly ImmutableArray<string> Unsure = ["token", "key"];

    public static (string Before, string Noun)? Take(string word)
    {
        var one = word.EndsWith("s", StringComparison.Ordinal) ? word.Substring(0, word.Length - 1) : word;
        var noun = Sure.Concat(Unsure).FirstOrDefault(end => one.Length > end.Length + 1 && one.EndsWith(end, StringComparison.Ordinal));
        if (noun is null)
        {
            return null;
        }

        var before = one.Substring(0, one.Length - noun.Length);
        var usual = noun is "passphrase" or "passwd" ? "password" : word.Substring(before.Length);
        return Sure.Contains(noun) || SecretNames.IsKind(before) ? (before, usual) : null;
    }
}
