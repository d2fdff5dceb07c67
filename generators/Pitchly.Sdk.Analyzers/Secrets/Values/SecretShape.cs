namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>Specifies the kind of a text, based on its shape alone.</summary>
internal enum ShapeKind
{
    None,

    /// <summary><c>plys_</c> followed by 43 characters.</summary>
    AppSecret,

    /// <summary><c>plyu_</c> followed by 43 characters.</summary>
    UserToken,
}

/// <summary>
/// Finds Pitchly's App Secrets and user access tokens in text (shapes from the README of accounts-pitchly; the 43 characters are
/// base64url).
/// </summary>
internal static class SecretShape
{
    public const string AppSecretPrefix = "plys_";

    public const string UserTokenPrefix = "plyu_";

    private const int RandomLength = 43;

    /// <summary>The length of an App Secret or token. An encoded one is not shorter.</summary>
    public const int Length = 48;

    /// <summary>Finds the first App Secret or token in the text.</summary>
    public static ShapeKind Find(string text, out int start) => Find(text, 0, out start);

    public static ShapeKind Find(string text, int from, out int start)
    {
        for (start = from; (start = text.IndexOf("ply", start, StringComparison.Ordinal)) >= 0 && start + Length <= text.Length; start++)
        {
            if (HasPrefix(text, start) && IsStart(text, start) && IsRandom(text, start))
            {
                return text[start + 3] == 's' ? ShapeKind.AppSecret : ShapeKind.UserToken;
            }
        }

        start = -1;
        return ShapeKind.None;
    }

    /// <summary>Determines whether the "ply" at <paramref name="start"/> begins one of the two prefixes.</summary>
    private static bool HasPrefix(string text, int start) => text[start + 4] == '_' && text[start + 3] is 's' or 'u';

    public static ShapeKind Of(string text) => Find(text, out _);

    /// <summary>Returns the length of the secret that starts at <paramref name="start"/>.</summary>
    public static int LengthAt(string text, int start)
    {
        var end = start + Length;
        while (end < text.Length && IsBase64Url(text[end]))
        {
            end++;
        }

        return end - start;
    }

    private static bool IsStart(string text, int start) => start == 0 || !char.IsLetterOrDigit(text[start - 1]);

    /// <summary>
    /// Determines whether the 43 characters after the prefix are in the alphabet and are not a repetition of a few characters, which is a
    /// placeholder.
    /// </summary>
    private static bool IsRandom(string text, int start)
    {
        var different = 0;
        var seen = new bool[128];
        for (var index = start + Length - RandomLength; index < start + Length; index++)
        {
            if (!IsBase64Url(text[index]))
            {
                return false;
            }

            different += seen[text[index]] ? 0 : 1;
            seen[text[index]] = true;
        }

        return different > 4;
    }

    private static bool IsBase64Url(char character) => character < 128 && (char.IsLetterOrDigit(character) || character is '-' or '_');
}
