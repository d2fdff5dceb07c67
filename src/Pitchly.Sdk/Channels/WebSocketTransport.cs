using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Runtime.CompilerServices;
using System.Security.Authentication;

namespace Pitchly.Channels;

/// <summary>
/// A transport over a WebSocket, with one text message for each message. The emulator has such an endpoint for programs without a browser.
/// </summary>
public sealed class WebSocketTransport : IPitchlyTransport
{
    /// <summary>The size of the buffer for the rest of a message that is too large.</summary>
    private const int ScratchBytes = 16 * 1024;

    /// <summary>The maximum size of a buffer that is reused. A buffer that a message made larger is discarded.</summary>
    private const int KeptBytes = 64 * 1024;

    private readonly WebSocket _socket;
    private readonly int _maximumMessageBytes;
    private ArrayBufferWriter<byte> _received = new();
    private long _receivedAt = Stopwatch.GetTimestamp();

    private WebSocketTransport(WebSocket socket, Uri address, int maximumMessageBytes) =>
        (_socket, Peer, _maximumMessageBytes) = (socket, address.GetLeftPart(UriPartial.Path), maximumMessageBytes);

    /// <inheritdoc/>
    public string Peer { get; }

    /// <inheritdoc/>
    public bool CanWait => true;

    /// <summary>Opens a connection.</summary>
    /// <param name="address">A ws: or wss: address.</param>
    /// <param name="maximumMessageBytes">The maximum size of a received message in bytes.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="IOException">The server refused the connection, or can't be reached.</exception>
    public static ValueTask<IPitchlyTransport> ConnectAsync(Uri address, int maximumMessageBytes, CancellationToken cancellationToken) =>
        ConnectAsync(address, new WebSocketTransportOptions { MaximumMessageBytes = maximumMessageBytes }, cancellationToken);

    /// <summary>Opens a connection.</summary>
    /// <param name="address">A ws: or wss: address.</param>
    /// <param name="options">The options of the connection.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="IOException">The server refused the connection, or can't be reached.</exception>
    public static async ValueTask<IPitchlyTransport> ConnectAsync(
        Uri address, WebSocketTransportOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        ArgumentNullException.ThrowIfNull(options);
        var socket = new ClientWebSocket();
        socket.Options.KeepAliveInterval = options.KeepAliveInterval;
#if NET9_0_OR_GREATER
        socket.Options.KeepAliveTimeout = options.KeepAliveTimeout;
#endif
        try
        {
            await socket.ConnectAsync(address, cancellationToken).ConfigureAwait(false);
            return new WebSocketTransport(socket, address, options.MaximumMessageBytes);
        }
        catch (WebSocketException error)
        {
            socket.Dispose();
            throw new IOException($"Could not open a WebSocket at {address}: {Reason(error)}", error);
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
    /// <remarks>
    /// If a message is too large, only its beginning is returned, which is one byte longer than the maximum, so that the caller drops and
    /// counts it.
    /// </remarks>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        var message = _received;
        message.ResetWrittenCount();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(message.GetMemory(), cancellationToken).ConfigureAwait(false);
                Volatile.Write(ref _receivedAt, Stopwatch.GetTimestamp());
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                message.Advance(part.Count);
                if (message.WrittenCount > _maximumMessageBytes)
                {
                    await SkipAsync(part.EndOfMessage, cancellationToken).ConfigureAwait(false);
                    return Copy(message.WrittenSpan[..(_maximumMessageBytes + 1)]);
                }

                if (part.EndOfMessage)
                {
                    return Copy(message.WrittenSpan);
                }
            }
        }
        catch (Exception error) when (IsLoss(error, cancellationToken))
        {
            throw new IOException("The WebSocket is closed.", error);
        }
    }

    /// <inheritdoc/>
    public void OnSilence(TimeSpan silence)
    {
        if (Stopwatch.GetElapsedTime(Volatile.Read(ref _receivedAt)) >= silence)
        {
            _socket.Abort();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _socket.Abort();
        _socket.Dispose();
        return default;
    }

    /// <summary>Copies a message for the caller, who owns the copy.</summary>
    private ReadOnlyMemory<byte> Copy(ReadOnlySpan<byte> message)
    {
        var copy = message.ToArray();
        if (_received.Capacity > KeptBytes)
        {
            _received = new ArrayBufferWriter<byte>();
        }

        return copy;
    }

    private async ValueTask SkipAsync(bool isAtEnd, CancellationToken cancellationToken)
    {
        var scratch = ArrayPool<byte>.Shared.Rent(ScratchBytes);
        try
        {
            while (!isAtEnd)
            {
                var part = await _socket.ReceiveAsync(scratch.AsMemory(), cancellationToken).ConfigureAwait(false);
                isAtEnd = part.EndOfMessage || part.MessageType == WebSocketMessageType.Close;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(scratch);
        }
    }

    /// <summary>Returns a human-readable reason why a WebSocket can't be opened.</summary>
    internal static string Reason(Exception error) => error.GetBaseException() switch
    {
        var cause when error.InnerException?.InnerException is AuthenticationException =>
            $"{cause.Message.TrimEnd('.')}. The server may use plain http, or its certificate may not be trusted.",
        var cause => cause.Message,
    };

    private static bool IsLoss(Exception error, CancellationToken cancellationToken)
    {
        var isCancelledElsewhere = error is OperationCanceledException && !cancellationToken.IsCancellationRequested;
        return isCancelledElsewhere || error is WebSocketException or ObjectDisposedException or InvalidOperationException;
    }
}
