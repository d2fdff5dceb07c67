using System.Text.Json;

namespace Pitchly.Json;

/// <summary>A type that reads and writes itself as JSON without reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IPitchlyJson<TSelf>
    where TSelf : IPitchlyJson<TSelf>
{
    /// <summary>Reads a value. The reader is at the value's first token before the call, and at its last token afterwards.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">
    /// The JSON does not have the shape of the type. The message contains the name of the member.
    /// </exception>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer.</param>
    void WriteJson(Utf8JsonWriter writer);
}

/// <summary>Reads a value of a type. The reader is at the value's first token before the call, and at its last token afterwards.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="reader">The reader.</param>
public delegate T JsonReadFunc<T>(ref Utf8JsonReader reader);
