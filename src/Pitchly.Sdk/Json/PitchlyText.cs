using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Json;

/// <summary>Converts ids and enums to the strings that are sent, and back.</summary>
public static class PitchlyText
{
    /// <summary>Returns the string to send.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">The value is the default of an id type, which has no text.</exception>
    public static string Of<T>(T value)
        where T : struct, IPitchlyText<T> => value.ToWire();

    /// <summary>Creates a value from its string.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="text">The string.</param>
    /// <exception cref="FormatException">The string is not a valid value.</exception>
    public static T Parse<T>(string? text)
        where T : struct, IPitchlyText<T> =>
        T.TryFromWire(text, out var value) ? value : throw new FormatException($"'{text}' is not a valid {typeof(T).Name}.");

    /// <summary>Tries to create a value from its string.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="text">The string.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the string is a valid value; otherwise, <see langword="false"/>.</returns>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, IPitchlyText<T> => T.TryFromWire(text, out value);

    /// <summary>Compares a value with an object, for non-generic collections.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="other">The object.</param>
    /// <returns>
    /// Less than 0 if the value precedes the object, 0 if both have the same position, and more than 0 if the value follows the object.
    /// </returns>
    /// <exception cref="ArgumentException">The object has another type.</exception>
    public static int Compare<T>(T value, object? other)
        where T : struct, IPitchlyText<T>, IComparable<T> => other switch
        {
            null => 1,
            T same => value.CompareTo(same),
            _ => throw new ArgumentException($"The object must be of type {typeof(T).Name}.", nameof(other)),
        };

    /// <summary>Returns the text of an id.</summary>
    /// <param name="text">The text; <see langword="null"/> for the default of an id type.</param>
    /// <param name="type">The name of the id type, for the error message.</param>
    /// <exception cref="InvalidOperationException">The id has no text.</exception>
    public static string RequireId(string? text, string type) => text
        ?? throw new InvalidOperationException($"default({type}) has no text to write. Create the id with new {type}(text).");
}
