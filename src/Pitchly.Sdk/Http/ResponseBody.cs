using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>
/// The body of a response as UTF-8, in a rented buffer. Reading it is limited in size, and in the time between two parts.
/// </summary>
internal sealed class ResponseBody : IDisposable
{
    private const int FirstBufferBytes = 4 * 1024;

    private byte[] _buffer;
    private int _start;
    private int _end;

    private ResponseBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public ReadOnlySpan<byte> Utf8 => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Gets a value indicating whether the body contains only white space.</summary>
    public bool IsEmpty => !Utf8.ContainsAnyExcept(" \t\r\n"u8);

    /// <summary>Gets the body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Utf8);

    /// <summary>Reads the whole body.</summary>
    /// <exception cref="ResponseTooLargeException">The body is larger than the maximum.</exception>
    /// <exception cref="TimeoutException">A part of the body did not arrive in time.</exception>
    /// <exception cref="DecoderFallbackException">The charset of the body is unknown.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public static async ValueTask<ResponseBody> ReadAsync(
        HttpContent content, PitchlyHttpOptions options, CancellationToken cancellationToken)
    {
        var maximum = options.MaximumResponseBytes;
        var length = content.Headers.ContentLength;
        if (length > maximum)
        {
            throw new ResponseTooLargeException(maximum);
        }

        // One byte more than Content-Length, so that the end can be detected without growing the buffer.
        var body = new ResponseBody(length is { } known and > 0 ? (int)known + 1 : FirstBufferBytes);
        var limit = TimeLimit.Of(options.ReadTimeout, cancellationToken);
        try
        {
            var opening = content.ReadAsStreamAsync(limit.Token);
            if (!opening.IsCompleted)
            {
                limit.Restart();
            }

            using var stream = await opening.ConfigureAwait(false);
            int count;
            do
            {
                var reading = stream.ReadAsync(body.FreeSpace(), limit.Token);
                if (!reading.IsCompleted)
                {
                    limit.Restart();
                }

                count = await reading.ConfigureAwait(false);
                body.Advance(count, maximum);
            }
            while (count > 0);

            body.DecodeTo(content.Headers.ContentType?.CharSet);
            return body;
        }
        catch (OperationCanceledException) when (limit.IsOver)
        {
            body.Dispose();
            throw new TimeoutException($"No part of the response arrived within {options.ReadTimeout}.");
        }
        catch
        {
            body.Dispose();
            throw;
        }
        finally
        {
            limit.Dispose();
        }
    }

    /// <summary>Reads one JSON value, which must be the only one in the body. An empty body is read as null.</summary>
    /// <exception cref="JsonException">The value does not have the shape of the type, or is followed by other data.</exception>
    public T Read<T>(JsonReadFunc<T> read)
    {
        var reader = new Utf8JsonReader(IsEmpty ? "null"u8 : Utf8);
        reader.Read();
        var value = read(ref reader);
        reader.Read();
        return value;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = ([], 0, 0);
    }

    /// <summary>Returns the free part of the buffer. It is never empty.</summary>
    private Memory<byte> FreeSpace()
    {
        if (_end == _buffer.Length)
        {
            Grow();
        }

        return _buffer.AsMemory(_end);
    }

    private void Advance(int count, int maximum)
    {
        _end += count;
        if (_end > maximum)
        {
            throw new ResponseTooLargeException(maximum);
        }
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        _buffer.AsSpan(0, _end).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>
    /// JSON is UTF-8 without a byte order mark (RFC 8259, section 8.1), but a reader may accept other encodings that servers send.
    /// </summary>
    private void DecodeTo(string? charset)
    {
        if (Utf8.StartsWith(Encoding.UTF8.Preamble))
        {
            _start = Encoding.UTF8.Preamble.Length;
        }
        else if (Utf8.StartsWith(Encoding.Unicode.Preamble) || Utf8.StartsWith(Encoding.BigEndianUnicode.Preamble))
        {
            var encoding = Utf8[0] == Encoding.Unicode.Preamble[0] ? Encoding.Unicode : Encoding.BigEndianUnicode;
            _start = encoding.Preamble.Length;
            Replace(encoding);
        }
        else if (charset is not null && EncodingOf(charset.Trim('"')) is { } encoding && encoding.CodePage != Encoding.UTF8.CodePage)
        {
            Replace(encoding);
        }
    }

    /// <exception cref="DecoderFallbackException">The charset is unknown.</exception>
    public static Encoding EncodingOf(string charset)
    {
        try
        {
            return Encoding.GetEncoding(charset);
        }
        catch (ArgumentException)
        {
            throw new DecoderFallbackException($"The charset '{charset}' is not supported.");
        }
    }

    private void Replace(Encoding encoding)
    {
        var text = encoding.GetString(Utf8);
        var utf8 = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        var count = Encoding.UTF8.GetBytes(text, utf8);
        ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _start, _end) = (utf8, 0, count);
    }
}

/// <summary>The response is larger than the maximum.</summary>
internal sealed class ResponseTooLargeException(int maximum)
    : Exception($"The response is larger than {nameof(PitchlyHttpOptions.MaximumResponseBytes)}, {maximum}.");
