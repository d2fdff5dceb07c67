using System.Text.Json;

namespace Pitchly.Json;

/// <summary>A type that reads and writes itself as JSON, with no reflection.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IPitchlyJson<TSelf>
    where TSelf : IPitchlyJson<TSelf>
{
    /// <summary>Reads a value; the reader stands on its first token, and afterwards on its last.</summary>
    /// <param name="reader">The reader.</param>
    /// <exception cref="JsonException">The JSON does not have the type's shape. The message names the member.</exception>
    static abstract TSelf ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes the value.</summary>
    /// <param name="writer">The writer.</param>
    void WriteJson(Utf8JsonWriter writer);
}

/// <summary>Reads a value of some type; the reader stands on its first token, and afterwards on its last.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <param name="reader">The reader.</param>
public delegate T JsonReadFunc<T>(ref Utf8JsonReader reader);
