using System.Text.Encodings.Web;
using System.Text.Json;
using Pitchly.Http;

namespace Pitchly.Json;

/// <summary>
/// Escapes what JSON itself needs escaped, and refuses a text with half a surrogate pair: it has no UTF-8 form, and a writer would put
/// U+FFFD in its place.
/// </summary>
internal sealed unsafe class WellFormedEncoder : JavaScriptEncoder
{
    private static readonly JavaScriptEncoder Inner = UnsafeRelaxedJsonEscaping;

    private WellFormedEncoder()
    {
    }

    /// <summary>Gets the options of every writer whose JSON leaves this process.</summary>
    public static JsonWriterOptions WriterOptions { get; } = new() { Encoder = new WellFormedEncoder() };

    /// <summary>Returns a text as such a writer writes it.</summary>
    public static JsonEncodedText Encoded(string text) => JsonEncodedText.Encode(text, WriterOptions.Encoder);

    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => Inner.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) => Inner.WillEncode(unicodeScalar);

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var first = Inner.FindFirstCharacterToEncode(text, textLength);
        return first < 0 || WireText.IsWellFormed(new ReadOnlySpan<char>(text + first, textLength - first))
            ? first
            : throw new ArgumentException("A text holds half a surrogate pair, which no JSON can carry.");
    }

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        Inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
}
