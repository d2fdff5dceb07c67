using System.Globalization;
using System.Net.WebSockets;
using Pitchly.Channels;

namespace Pitchly.Subscriptions;

/// <summary>Opens WebSockets for subscriptions. Redirects are not followed, because the access token is sent over the WebSocket.</summary>
internal static class SubscriptionSocket
{
    private const int RequestTimeout = 408, TooManyRequests = 429;

    private static HttpMessageInvoker? _invoker;

    /// <summary>Gets the invoker. It is created on first use, because browsers do not support it.</summary>
    private static HttpMessageInvoker Invoker => LazyInitializer.EnsureInitialized(
        ref _invoker, static () => new HttpMessageInvoker(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }));

    /// <summary>Opens a WebSocket.</summary>
    /// <exception cref="ConnectionLostException">The server can't be reached now.</exception>
    /// <exception cref="PitchlyException">The server refused the connection.</exception>
    public static async ValueTask<WebSocket> OpenAsync(SubscriptionTarget target, CancellationToken cancellationToken)
    {
        var socket = target.Options.Connect is { } connect
            ? await ConnectAsync(target, connect, cancellationToken).ConfigureAwait(false)
            : await ConnectAsync(target, cancellationToken).ConfigureAwait(false);
        if (socket.SubProtocol == PitchlySubscriptionOptions.SubProtocol)
        {
            return socket;
        }

        socket.Dispose();
        throw new PitchlyException(new PitchlyError(
            PitchlyErrorNames.UnexpectedResponse,
            $"{target.Server}{target.Address.AbsolutePath} does not support {PitchlySubscriptionOptions.SubProtocol}.",
            PitchlyError.NoStatus));
    }

    private static async ValueTask<WebSocket> ConnectAsync(
        SubscriptionTarget target, Func<Uri, CancellationToken, ValueTask<WebSocket>> connect, CancellationToken cancellationToken)
    {
        try
        {
            return await connect(target.Address, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or HttpRequestException or IOException)
        {
            throw NotOpened(target, error);
        }
    }

    private static async ValueTask<WebSocket> ConnectAsync(SubscriptionTarget target, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            socket.Options.AddSubProtocol(PitchlySubscriptionOptions.SubProtocol);
            if (OperatingSystem.IsBrowser())
            {
                await socket.ConnectAsync(target.Address, cancellationToken).ConfigureAwait(false);
            }
            else
            {
                socket.Options.CollectHttpResponseDetails = true;
                await socket.ConnectAsync(target.Address, Invoker, cancellationToken).ConfigureAwait(false);
            }

            return socket;
        }
        catch (WebSocketException error)
        {
            var failure = Refusal(target, OperatingSystem.IsBrowser() ? 0 : (int)socket.HttpStatusCode) ?? NotOpened(target, error);
            socket.Dispose();
            throw failure;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Returns the exception for a status if the failure is permanent; <see langword="null"/> if it may be temporary.</summary>
    private static PitchlyException? Refusal(SubscriptionTarget target, int status)
    {
        var (server, text) = (target.Server, status.ToString(CultureInfo.InvariantCulture));
        return status switch
        {
            RequestTimeout or TooManyRequests => null,
            >= 300 and < 400 => new PitchlyException(new PitchlyError(
                PitchlyErrorNames.Redirected, $"{server} responded to the WebSocket request with a redirect ({text}).", status)),
            >= 400 and < 500 => new PitchlyException(new PitchlyError(
                "http-" + text, $"{server} responded to the WebSocket request with {text}.", status)),
            _ => null,
        };
    }

    private static Exception NotOpened(SubscriptionTarget target, Exception error)
    {
        var reason = WebSocketTransport.Reason(error);
        return new ConnectionLostException(
            $"Could not open a WebSocket at {target.Server}{target.Address.AbsolutePath}: {reason}", error);
    }
}
