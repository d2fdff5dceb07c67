using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>
/// Reads one JSON value from each line, or from each server-sent event (WHATWG HTML, section 9.2), while the response arrives.
/// </summary>
internal static class JsonLines
{
    /// <summary>The last event that several services send. It is not a value.</summary>
    private const string Done = "[DONE]";

    /// <summary>The start of a record in a JSON text sequence (RFC 7464).</summary>
    private const char RecordSeparator = '\u001e';

    /// <summary>Reads the values.</summary>
    /// <exception cref="JsonException">A value is malformed.</exception>
    /// <exception cref="ResponseTooLargeException">A value is larger than the maximum.</exception>
    public static async IAsyncEnumerable<T> ReadAsync<T>(
        Stream stream, JsonReadFunc<T> read, bool isEvents, int maximumBytes, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var bounded = new BoundedStream(stream, maximumBytes);
        var texts = isEvents ? EventsAsync(bounded, cancellationToken) : LinesAsync(bounded, cancellationToken);
        await foreach (var text in texts.ConfigureAwait(false))
        {
            bounded.Restart();
            if (text == Done)
            {
                yield break;
            }

            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return Parse(text, read);
            }
        }
    }

    private static async IAsyncEnumerable<string> EventsAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            yield return item.Data;
        }
    }

    private static async IAsyncEnumerable<string> LinesAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var lines = new StreamReader(stream, Encoding.UTF8);
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            yield return line.TrimStart(RecordSeparator);
        }
    }

    private static T Parse<T>(string text, JsonReadFunc<T> read)
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
        reader.Read();
        var value = read(ref reader);
        reader.Read();
        return value;
    }

    /// <summary>Counts the bytes that are read for one value, and throws if there are more than the maximum.</summary>
    private sealed class BoundedStream(Stream stream, int maximumBytes) : Stream
    {
        private long _count;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public void Restart() => _count = 0;

        public override int Read(byte[] buffer, int offset, int count) => Counted(stream.Read(buffer, offset, count));

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Counted(await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        private int Counted(int count)
        {
            _count += count;
            return _count <= maximumBytes ? count : throw new ResponseTooLargeException(maximumBytes);
        }
    }
}
