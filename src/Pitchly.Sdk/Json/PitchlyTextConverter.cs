using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Json;

/// <summary>Converts an id or enum for <see cref="JsonSerializer"/>, also as the key of a dictionary.</summary>
/// <typeparam name="T">The type.</typeparam>
public sealed class PitchlyTextConverter<T> : JsonConverter<T>
    where T : struct, IPitchlyText<T>
{
    /// <inheritdoc/>
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.ReadJson(ref reader);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        value.WriteJson(writer);
    }

    /// <inheritdoc/>
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), CultureInfo.InvariantCulture, out var key)
            ? key
            : throw new JsonException($"{typeof(T).Name}: the name of a member is not a valid key of this type.");

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WritePropertyName(value.ToWire());
    }
}
