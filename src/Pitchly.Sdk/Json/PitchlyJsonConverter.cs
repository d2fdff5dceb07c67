using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Json;

/// <summary>Converts a type that reads and writes itself, for <see cref="JsonSerializer"/>.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class PitchlyJsonConverter<T> : JsonConverter<T>
    where T : IPitchlyJson<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.ReadJson(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        value.WriteJson(writer);
    }
}
