using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;
using Pitchly.Data;
using Pitchly.Json;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>
/// The call in code written by hand for speed: a pooled buffer, <see cref="Utf8JsonWriter"/>, and the emitted reader of rows.
/// </summary>
public sealed class HandWrittenCall(HttpClient http)
{
    private const int FirstBytes = 4096;

    public async Task<int> CountAsync()
    {
        using var body = new PooledBuffer();
        Write(body);
        using var content = new ReadOnlyMemoryContent(body.Written);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, RowsCall.Path) { Content = content };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync();
        using var answer = new PooledBuffer((int?)response.Content.Headers.ContentLength + 1 ?? FirstBytes);
        while (await stream.ReadAsync(answer.GetMemory()) is > 0 and var count)
        {
            answer.Advance(count);
        }

        return Read(answer.Written.Span).Count;
    }

    private static void Write(PooledBuffer body)
    {
        using var writer = new Utf8JsonWriter(body);
        writer.WriteStartObject();
        writer.WriteString("operationName"u8, RowsCall.OperationName);
        writer.WriteString("query"u8, RowsCall.Query);
        writer.WriteStartObject("variables"u8);
        writer.WriteString("secret"u8, RowsCall.Token);
        writer.WriteString("databaseId"u8, RowsCall.Database.Value);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static IReadOnlyList<Row> Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isData = reader.ValueTextEquals("data"u8);
            reader.Read();
            if (!isData)
            {
                reader.Skip();
            }
            else if (reader.Read() && reader.ValueTextEquals("data"u8) && reader.Read())
            {
                return JsonRead.List(ref reader, "data", Row.ReadJson);
            }
        }

        throw new JsonException("The response has no rows.");
    }

    private sealed class PooledBuffer(int capacity = FirstBytes) : IBufferWriter<byte>, IDisposable
    {
        private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);
        private int _length;

        public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

        public void Advance(int count) => _length += count;

        public Memory<byte> GetMemory(int sizeHint = 0)
        {
            if (_bytes.Length - _length < Math.Max(1, sizeHint))
            {
                var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _length + sizeHint));
                Written.CopyTo(larger);
                ArrayPool<byte>.Shared.Return(_bytes);
                _bytes = larger;
            }

            return _bytes.AsMemory(_length);
        }

        public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public void Dispose() => ArrayPool<byte>.Shared.Return(_bytes);
    }
}
