using System.Net;

namespace Pitchly.Http;

/// <summary>
/// A body that goes to the origin it was meant for alone. A handler that follows a redirect (307, 308) sends the body of the request again,
/// with its secrets, to whatever address the answer names; this body refuses then.
/// </summary>
internal sealed class SameOriginContent : HttpContent
{
    private readonly HttpContent _inner;
    private readonly HttpRequestMessage _message;
    private readonly Uri _asked;

    public SameOriginContent(HttpContent inner, HttpRequestMessage message, Uri asked)
    {
        (_inner, _message, _asked) = (inner, message, asked);
        foreach (var (name, values) in inner.Headers)
        {
            Headers.TryAddWithoutValidation(name, values);
        }
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (_message.RequestUri is { IsAbsoluteUri: true } address)
        {
            Redirects.CheckTarget(_asked, address);
        }

        return _inner.CopyToAsync(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _inner.Headers.ContentLength ?? 0;
        return _inner.Headers.ContentLength is not null;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
