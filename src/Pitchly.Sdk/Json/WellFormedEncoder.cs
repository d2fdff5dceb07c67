using System.Text.Encodings.Web;
using System.Text.Json;
using Pitchly.Http;

namespace Pitchly.Json;

/// <summary>
/// Escapes only the characters that JSON requires to be escaped, and throws if a string contains an unpaired surrogate. Such a string has
/// no UTF-8 form, and a writer would replace the surrogate with U+FFFD.
/// </summary>
internal sealed unsafe class WellFormedEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Inner = UnsafeRelaxedJsonEscaping;

    private WellFormedEncoder()
    {
    }

    /// <summary>Gets the options of all writers whose JSON leaves this process.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = new WellFormedEncoder() };

    /// <summary>Returns a string in the encoded form that such a writer produces.</summary>
    public static JsonEncodedText Encoded(string text) => JsonEncodedText.Encode(text, WriterOptions.Encoder);

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => Inner.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => Inner.WillEncode(unicodeScalar);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The string contains an unpaired surrogate.</exception>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var first = Inner.FindFirstCharacterToEncode(text, textLength);
        return first < 0 || WireText.IsWellFormed(new ReadOnlySpan<char>(text + first, textLength - first))
            ? first
            : throw new ArgumentException("A string contains an unpaired surrogate, which can't be written as JSON.");
    }

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        Inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
