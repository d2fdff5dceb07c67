using System.Buffers;
using System.Net.Http.Headers;

namespace Pitchly.Http;

/// <summary>Adds the App's header values to a request unchanged, or rejects them.</summary>
internal static class HeaderValues
{
    /// <summary>Visible ASCII, space and tab (RFC 9110, section 5.5).</summary>
    private static readonly SearchValues<char> Allowed =
        SearchValues.Create("\t" + string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(code => (char)code)));

    /// <summary>Throws if a value can't be sent in a header unchanged.</summary>
    /// <exception cref="ArgumentException">The value can't be sent.</exception>
    public static void Check(string name, string value)
    {
        if (value.AsSpan().ContainsAnyExcept(Allowed))
        {
            throw new ArgumentException(
                $"The value of the header '{name}' contains a line break, another control character, or a non-ASCII character, "
                    + "which is not allowed in a header (RFC 9110, section 5.5).",
                name);
        }

        if (value.AsSpan().Trim(" \t").Length != value.Length)
        {
            throw new ArgumentException(
                $"The value of the header '{name}' starts or ends with white space, which would be removed (RFC 9110, section 5.5).", name);
        }
    }

    /// <summary>Sets a header on the message, or on its content if the header describes the content.</summary>
    public static void Set(HttpRequestMessage message, string name, string value)
    {
        if (message.Headers.TryAddWithoutValidation(name, value))
        {
            return;
        }

        message.Content ??= new ByteArrayContent([]);
        message.Content.Headers.Remove(name);
        message.Content.Headers.TryAddWithoutValidation(name, value);
    }

    /// <summary>Sets the <c>Authorization</c> header from a scheme and a token (RFC 9110, section 11.4).</summary>
    /// <exception cref="PitchlyException">The token contains a character that a header can't contain (RFC 6750, section 2.1).</exception>
    public static void SetToken(HttpRequestMessage message, string scheme, PitchlySecret token)
    {
        var text = token.Reveal();
        if (text.AsSpan().ContainsAnyExceptInRange('!', '~'))
        {
            throw new PitchlyException(new PitchlyError(
                PitchlyErrorNames.InvalidToken,
                "The access token contains a line break or another character that is not allowed in a header, so it is not sent.",
                PitchlyError.NoStatus));
        }

        message.Headers.Authorization = new AuthenticationHeaderValue(scheme, text);
    }
}
