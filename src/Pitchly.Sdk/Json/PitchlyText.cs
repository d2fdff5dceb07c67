using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Json;

/// <summary>Turns ids and enums into their texts on the wire, and back.</summary>
public static class PitchlyText
{
    /// <summary>Returns the text to send.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">It is the default of an id, which has no text.</exception>
    public static string Of<T>(T value)
        where T : struct, IPitchlyText<T> => value.ToWire();

    /// <summary>Makes a value of its text.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="text">The text.</param>
    /// <exception cref="FormatException">No value can be made of it.</exception>
    public static T Parse<T>(string? text)
        where T : struct, IPitchlyText<T> =>
        T.TryFromWire(text, out var value) ? value : throw new FormatException($"'{text}' is no {typeof(T).Name}.");

    /// <summary>Makes a value of its text.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="text">The text.</param>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the text is one; otherwise, <see langword="false"/>.</returns>
    public static bool TryParse<T>([NotNullWhen(true)] string? text, out T value)
        where T : struct, IPitchlyText<T> => T.TryFromWire(text, out value);

    /// <summary>Compares with an object, as the collections without type parameters do.</summary>
    /// <typeparam name="T">The type of the id or enum.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="other">The object.</param>
    /// <returns>Less than 0, 0 or more than 0 as the value comes before, with or after the object.</returns>
    /// <exception cref="ArgumentException">The object is of another type.</exception>
    public static int Compare<T>(T value, object? other)
        where T : struct, IPitchlyText<T>, IComparable<T> => other switch
        {
            null => 1,
            T same => value.CompareTo(same),
            _ => throw new ArgumentException($"The object is no {typeof(T).Name}.", nameof(other)),
        };

    /// <summary>Returns the text of an id, if it has one.</summary>
    /// <param name="text">The text; <see langword="null"/> for the default of its type.</param>
    /// <param name="type">The type's name, for the message.</param>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public static string RequireId(string? text, string type) => text
        ?? throw new InvalidOperationException($"default({type}) has no text that could be written; make the id with new {type}(text).");
}
