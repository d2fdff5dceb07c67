using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Sdk.Benchmarks.Rows;

/// <summary>
/// The contract of rows, written by hand for System.Text.Json's source generator: the same members, with JsonElement for arbitrary JSON.
/// </summary>
public sealed record HandRow
{
    [JsonPropertyName("_id")]
    public required string Id { get; init; }

    [JsonPropertyName("cols")]
    public required IReadOnlyList<HandCol> Cols { get; init; }
}

public sealed record HandCol
{
    [JsonPropertyName("fieldId")]
    public required string FieldId { get; init; }

    [JsonPropertyName("value")]
    public required HandValue Value { get; init; }
}

public sealed record HandValue
{
    [JsonPropertyName("val")]
    public required JsonElement Val { get; init; }

    [JsonPropertyName("currency")]
    public string? Currency { get; init; }

    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("size")]
    public long? Size { get; init; }
}

[JsonSerializable(typeof(List<HandRow>))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
public sealed partial class HandContext : JsonSerializerContext;

/// <summary>Creates rows like Pitchly's: 17-character IDs, text, amounts, dates and Boolean values.</summary>
internal static class RowData
{
    private const int ColsPerRow = 14;

    /// <summary>Returns JSON rows with approximately the specified number of bytes.</summary>
    public static byte[] Json(int bytes) => Write((stream, _) => stream.Length < bytes);

    /// <summary>Returns the specified number of rows as JSON.</summary>
    public static byte[] Rows(int count) => Write((_, written) => written < count);

    private static byte[] Write(Func<Stream, int, bool> wantsMore)
    {
        var random = new Random(1);
        using var stream = new MemoryStream();
        using var writer = new Utf8JsonWriter(stream);
        writer.WriteStartArray();
        var written = 0;
        do
        {
            writer.WriteStartObject();
            writer.WriteString("_id", Id(random));
            writer.WriteStartArray("cols");
            for (var col = 0; col < ColsPerRow; col++)
            {
                writer.WriteStartObject();
                writer.WriteString("fieldId", Id(random));
                writer.WriteStartObject("value");
                WriteVal(writer, random, col);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.Flush();
            written++;
        }
        while (wantsMore(stream, written));

        writer.WriteEndArray();
        writer.Flush();
        return stream.ToArray();
    }

    private static void WriteVal(Utf8JsonWriter writer, Random random, int col)
    {
        switch (col % 4)
        {
            case 0:
                writer.WriteString("val", "Northwind Traders " + random.Next(1000));
                break;
            case 1:
                writer.WriteNumber("val", random.Next(1_000_000));
                writer.WriteString("currency", "USD");
                break;
            case 2:
                writer.WriteBoolean("val", random.Next(2) == 0);
                break;
            default:
                writer.WriteString("val", "03/15/2027");
                break;
        }
    }

    private static string Id(Random random)
    {
        const string alphabet = "23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz";
        return new string([.. Enumerable.Range(0, 17).Select(_ => alphabet[random.Next(alphabet.Length)])]);
    }
}
