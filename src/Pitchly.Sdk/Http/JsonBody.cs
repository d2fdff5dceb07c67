using System.Buffers;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>JSON in a rented buffer, which is returned to the pool when the body is disposed.</summary>
internal sealed class JsonBody : IBufferWriter<byte>, IDisposable
{
    private const int FirstBufferBytes = 1024;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private int _length;

    private JsonBody()
    {
    }

    public ReadOnlyMemory<byte> Utf8 => _buffer.AsMemory(0, _length);

    /// <summary>Writes a body.</summary>
    /// <exception cref="ArgumentException">A string contains an unpaired surrogate.</exception>
    public static JsonBody Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var body = new JsonBody();
        try
        {
            var writer = TakeWriter(body);
            write(writer, value);
            writer.Flush();
            _writer = writer;
            return body;
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        var needed = _length + Math.Max(1, sizeHint);
        if (needed > _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, 2 * _buffer.Length));
            _buffer.AsSpan(0, _length).CopyTo(larger);
            Return();
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        Return();
        (_buffer, _length) = ([], 0);
    }

    /// <summary>Returns the writer of this thread, or a new one if it is in use for another body.</summary>
    private static Utf8JsonWriter TakeWriter(JsonBody body)
    {
        if (_writer is not { } writer)
        {
            return new Utf8JsonWriter(body, WellFormedEncoder.WriterOptions);
        }

        _writer = null;
        writer.Reset(body);
        return writer;
    }

    /// <summary>Clears the buffer before it is returned to the pool, because it may contain a secret.</summary>
    private void Return()
    {
        if (_buffer.Length > 0)
        {
            _buffer.AsSpan(0, _length).Clear();
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }
}
