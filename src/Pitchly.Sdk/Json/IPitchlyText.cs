using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Json;

/// <summary>A type that is one text on the wire: an id, or an enum that keeps what it does not know.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IPitchlyText<TSelf> : IPitchlyJson<TSelf>, ISpanParsable<TSelf>
    where TSelf : IPitchlyText<TSelf>
{
    /// <summary>Makes a value of its text on the wire.</summary>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the text is one; otherwise, <see langword="false"/>.</returns>
    static abstract bool TryFromWire([NotNullWhen(true)] string? text, out TSelf value);

    /// <summary>Returns the text to send.</summary>
    /// <exception cref="InvalidOperationException">It is the default of an id, which has no text.</exception>
    string ToWire();
}
