using System.Globalization;
using System.Net.WebSockets;
using Pitchly.Channels;

namespace Pitchly.Subscriptions;

/// <summary>Opens WebSockets for subscriptions. No redirect is followed, since the access token is sent over them.</summary>
internal static class SubscriptionSocket
{
    private const int RequestTimeout = 408, TooManyRequests = 429;

    private static HttpMessageInvoker? _invoker;

    /// <summary>A browser has none, so it is made when it is needed.</summary>
    private static HttpMessageInvoker Invoker => LazyInitializer.EnsureInitialized(
        ref _invoker, static () => new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));

    /// <summary>Opens one.</summary>
    /// <exception cref="ConnectionLostException">It can't be had now.</exception>
    /// <exception cref="PitchlyException">The server refused.</exception>
    public static async ValueTask<WebSocket> OpenAsync(Uri address, PitchlySubscriptionOptions options, CancellationToken cancellationToken)
    {
        var socket = options.Connect is { } connect
            ? await ConnectAsync(address, connect, cancellationToken).ConfigureAwait(false)
            : await ConnectAsync(address, cancellationToken).ConfigureAwait(false);
        if (socket.SubProtocol == PitchlySubscriptionOptions.SubProtocol)
        {
            return socket;
        }

        socket.Dispose();
        throw new PitchlyException(new PitchlyError(
            PitchlyErrorNames.UnexpectedAnswer,
            $"{address.GetLeftPart(UriPartial.Path)} does not speak {PitchlySubscriptionOptions.SubProtocol}.",
            PitchlyError.NoStatus));
    }

    private static async ValueTask<WebSocket> ConnectAsync(
        Uri address, Func<Uri, CancellationToken, ValueTask<WebSocket>> connect, CancellationToken cancellationToken)
    {
        try
        {
            return await connect(address, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException or IOException)
        {
            throw NotOpened(address, error);
        }
    }

    private static async ValueTask<WebSocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(PitchlySubscriptionOptions.SubProtocol);
            if (OperatingSystem.IsBrowser())
            {
                await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                socket.Options.CollectHttpResponseDetails = true;
                await socket.ConnectAsync(address, Invoker, cancellationToken).ConfigureAwait(false);
            }

            return socket;
        }
        catch (WebSocketException error)
        {
            var failure = Refusal(address, OperatingSystem.IsBrowser() ? 0 : (int)socket.HttpStatusCode) ?? NotOpened(address, error);
            socket.Dispose();
            throw failure;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Returns the failure that a status tells of, if it stays; <see langword="null"/> if it may pass.</summary>
    private static PitchlyException? Refusal(Uri address, int status)
    {
        var (server, text) = (address.GetLeftPart(UriPartial.Authority), status.ToString(CultureInfo.InvariantCulture));
        return status switch
        {
            RequestTimeout or TooManyRequests => null,
            >= 300 and < 400 => new PitchlyException(new PitchlyError(
                PitchlyErrorNames.Redirected, $"{server} answered with a redirect ({text}) where a WebSocket was asked for.", status)),
            >= 400 and < 500 => new PitchlyException(new PitchlyError(
                "http-" + text, $"{server} answered {text} where a WebSocket was asked for.", status)),
            _ => null,
        };
    }

    private static Exception NotOpened(Uri address, Exception error)
    {
        var reason = WebSocketTransport.Reason(error);
        return new ConnectionLostException($"No WebSocket could be opened at {address.GetLeftPart(UriPartial.Path)}: {reason}", error);
    }
}
