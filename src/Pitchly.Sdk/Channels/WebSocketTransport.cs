using System.Buffers;
using System.Net.WebSockets;

namespace Pitchly.Channels;

/// <summary>A transport over a WebSocket, one text message for each: the emulator's door for programs that have no browser.</summary>
public sealed class WebSocketTransport : IPitchlyTransport
{
    private readonly WebSocket _socket;
    private readonly int _maximumMessageBytes;

    private WebSocketTransport(WebSocket socket, Uri address, int maximumMessageBytes) =>
        (_socket, Peer, _maximumMessageBytes) = (socket, address.GetLeftPart(UriPartial.Path), maximumMessageBytes);

    /// <inheritdoc/>
    public string Peer { get; }

    /// <summary>Opens a connection.</summary>
    /// <param name="address">A ws: or wss: address.</param>
    /// <param name="maximumMessageBytes">The size of the largest message that is taken.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="IOException">The server can't be reached, or refused.</exception>
    public static async ValueTask<IPitchlyTransport> ConnectAsync(Uri address, int maximumMessageBytes, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new WebSocketTransport(socket, address, maximumMessageBytes);
        }
        catch (WebSocketException error)
        {
            socket.Dispose();
            throw new IOException($"No WebSocket could be opened at {address}: {error.InnerException?.Message ?? error.Message}", error);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or InvalidOperationException)
        {
            throw new IOException("The WebSocket is closed.", error);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(), cancellationToken).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Advance(part.Count);
                if (message.WrittenCount > _maximumMessageBytes)
                {
                    throw new IOException($"A message is larger than the limit of {_maximumMessageBytes} bytes; the connection is closed.");
                }

                if (part.EndOfMessage)
                {
                    return message.WrittenMemory;
                }
            }
        }
        catch (Exception error) when (error is WebSocketException or ObjectDisposedException or InvalidOperationException || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new IOException("The WebSocket is closed.", error);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return default;
    }
}
