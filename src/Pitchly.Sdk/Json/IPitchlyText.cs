using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Json;

/// <summary>A type that is sent as one string: an id, or an enum that preserves unknown values.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IPitchlyText<TSelf> : IPitchlyJson<TSelf>, ISpanParsable<TSelf>
    where TSelf : IPitchlyText<TSelf>
{
    /// <summary>Tries to create a value from a string as it is sent.</summary>
    /// <param name="text">The string.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the string is a valid value; otherwise, <see langword="false"/>.</returns>
    static abstract bool TryFromWire([NotNullWhen(true)] string? text, out TSelf value);

    /// <summary>Returns the string to send.</summary>
    /// <exception cref="InvalidOperationException">The value is the default of an id type, which has no text.</exception>
    string ToWire();
}
