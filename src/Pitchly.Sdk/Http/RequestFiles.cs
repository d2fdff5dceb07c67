using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>A body that is neither JSON nor a form: text, a file, or multiple parts. It is created again for each attempt.</summary>
internal sealed class RequestFiles
{
    private const string Bytes = "application/octet-stream";

    private readonly Func<HttpContent>? _whole;
    private readonly List<(string Name, Func<HttpContent> Make, string? FileName)> _parts = [];

    private RequestFiles(Func<HttpContent>? whole) => _whole = whole;

    public static RequestFiles OfText(string text, string mediaType) => new(() => Text(text, mediaType));

    public static RequestFiles OfFile(PitchlyFile file, string mediaType) => new(Opener(file, mediaType));

    public static RequestFiles OfParts() => new(null);

    public void Add(string name, PitchlyFile? file)
    {
        if (file is not null)
        {
            _parts.Add((name, Opener(file, Bytes), file.Name ?? name));
        }
    }

    public void Add(string name, StyledValue value, bool isJson)
    {
        var isText = !isJson && value.Kind != JsonValueKind.Object && !value.IsNested;
        if (!isText)
        {
            _parts.Add((name, () => Text(value.Json, "application/json"), null));
            return;
        }

        foreach (var (_, text) in value.Leaves)
        {
            _parts.Add((name, () => Text(text, "text/plain"), null));
        }
    }

    public HttpContent ToContent()
    {
        if (_whole is not null)
        {
            return _whole();
        }

        var parts = new MultipartFormDataContent();
        foreach (var (name, make, fileName) in _parts)
        {
            var content = make();
            if (fileName is null)
            {
                parts.Add(content, Quoted(name));
            }
            else
            {
                parts.Add(content, Quoted(name), Quoted(fileName));
            }
        }

        return parts;
    }

    private static StringContent Text(string text, string mediaType)
    {
        var content = new StringContent(text, Encoding.UTF8);
        content.Headers.ContentType = MediaTypeHeaderValue.TryParse(mediaType, out var type) ? type : null;
        content.Headers.ContentType!.CharSet ??= "utf-8";
        return content;
    }

    /// <summary>A file is sent from its current position. It can be sent only once if its stream does not support seeking.</summary>
    private static Func<HttpContent> Opener(PitchlyFile file, string mediaType)
    {
        var start = file.Content.CanSeek ? file.Content.Position : 0;
        var wasSent = false;
        return () =>
        {
            if (wasSent && !file.Content.CanSeek)
            {
                throw new InvalidOperationException(
                    "The file has already been sent, and its stream can't seek, so the request can't be repeated.");
            }

            if (wasSent)
            {
                file.Content.Position = start;
            }

            wasSent = true;
            var content = new StreamContent(new Unowned(file.Content));
            content.Headers.TryAddWithoutValidation(
                "Content-Type",
                file.MediaType is null || MediaTypeHeaderValue.TryParse(file.MediaType, out _) ? file.MediaType ?? mediaType : mediaType);
            return content;
        };
    }

    /// <summary>Characters that would end a header's value are sent escaped, as in browsers (WHATWG, multipart/form-data).</summary>
    private static string Quoted(string name) =>
        "\"" + name.Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal)
            .Replace("\"", "%22", StringComparison.Ordinal) + "\"";

    /// <summary>A stream that its owner disposes, so it stays open when the content is disposed.</summary>
    private sealed class Unowned(Stream stream) : Stream
    {
        public override bool CanRead => stream.CanRead;

        public override bool CanSeek => stream.CanSeek;

        public override bool CanWrite => false;

        public override long Length => stream.Length;

        public override long Position { get => stream.Position; set => stream.Position = value; }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => stream.Read(buffer, offset, count);

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            stream.ReadAsync(buffer, cancellationToken);

        public override long Seek(long offset, SeekOrigin origin) => stream.Seek(offset, origin);

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
