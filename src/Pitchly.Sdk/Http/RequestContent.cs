using System.Net;

namespace Pitchly.Http;

/// <summary>
/// The body of a request, which is sent only to the requested origin. A handler that follows a redirect (307, 308) sends the body again,
/// with its secrets, to any address that the response names. To prevent this, writing the body to another origin throws.
/// </summary>
internal abstract class RequestContent(HttpRequestMessage message, Uri requestUri) : HttpContent
{
    /// <summary>Creates the body of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="requestUri">The requested address.</param>
    /// <param name="json">The body. The content takes ownership of it.</param>
    public static RequestContent Of(HttpRequestMessage message, Uri requestUri, JsonBody json) => new Json(message, requestUri, json);

    /// <summary>Creates the body of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="requestUri">The requested address.</param>
    /// <param name="form">The fields.</param>
    public static RequestContent Of(HttpRequestMessage message, Uri requestUri, IEnumerable<KeyValuePair<string, string>> form) =>
        new Other(message, requestUri, new FormUrlEncodedContent(form));

    /// <summary>Creates the body of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="requestUri">The requested address.</param>
    /// <param name="content">The content to send, with its headers.</param>
    public static RequestContent Of(HttpRequestMessage message, Uri requestUri, HttpContent content) =>
        new Other(message, requestUri, content);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected sealed override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (message.RequestUri is { IsAbsoluteUri: true } address)
        {
            Redirects.CheckTarget(requestUri, address);
        }

        return WriteAsync(stream, cancellationToken);
    }

    private protected abstract Task WriteAsync(Stream stream, CancellationToken cancellationToken);

    /// <summary>
    /// JSON from a rented buffer. The buffer is returned only when no write is in progress, because a server may respond before it has read
    /// the whole body.
    /// </summary>
    private sealed class Json : RequestContent
    {
        private readonly JsonBody _body;
        private readonly long _length;
        private readonly object _gate = new();
        private int _writing;
        private bool _isDisposed;

        public Json(HttpRequestMessage message, Uri requestUri, JsonBody body)
            : base(message, requestUri)
        {
            (_body, _length) = (body, body.Utf8.Length);
            Headers.TryAddWithoutValidation("Content-Type", "application/json");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return true;
        }

        private protected override async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                _writing++;
            }

            try
            {
                await stream.WriteAsync(_body.Utf8, cancellationToken).ConfigureAwait(false);
            }
            finally
            {
                Leave(isDisposing: false);
            }
        }

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                Leave(isDisposing: true);
            }

            base.Dispose(disposing);
        }

        private void Leave(bool isDisposing)
        {
            lock (_gate)
            {
                var wasOver = _isDisposed && _writing == 0;
                _writing -= isDisposing ? 0 : 1;
                _isDisposed |= isDisposing;
                if (!wasOver && _isDisposed && _writing == 0)
                {
                    _body.Dispose();
                }
            }
        }
    }

    private sealed class Other : RequestContent
    {
        private readonly HttpContent _content;

        public Other(HttpRequestMessage message, Uri requestUri, HttpContent content)
            : base(message, requestUri)
        {
            _content = content;
            Headers.ContentType = content.Headers.ContentType;
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _content.Headers.ContentLength ?? 0;
            return _content.Headers.ContentLength is not null;
        }

        private protected override Task WriteAsync(Stream stream, CancellationToken cancellationToken) =>
            _content.CopyToAsync(stream, null, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                _content.Dispose();
            }

            base.Dispose(disposing);
        }
    }
}
