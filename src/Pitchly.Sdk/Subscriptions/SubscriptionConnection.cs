using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;
using Pitchly.Http;

namespace Pitchly.Subscriptions;

/// <summary>The connection of one subscription. It replies to pings, and sends a ping if the server is silent.</summary>
internal sealed class SubscriptionConnection : IAsyncDisposable
{
    /// <summary>The maximum size of a buffer that is reused. A buffer that a message made larger is discarded.</summary>
    private const int KeptBytes = 64 * 1024;

    private readonly WebSocket _socket;
    private readonly SubscriptionTarget _target;
    private ArrayBufferWriter<byte> _received = new();
    private Task<ReadOnlyMemory<byte>?>? _receiving;
    private bool _isRunning;
    private WebSocketCloseStatus _closeStatus = WebSocketCloseStatus.NormalClosure;

    private SubscriptionConnection(WebSocket socket, SubscriptionTarget target) => (_socket, _target) = (socket, target);

    /// <summary>
    /// Gets or sets a value indicating whether the server has shown that the subscription is running: by a value, or by a pong after a
    /// period of silence.
    /// </summary>
    public bool IsProven { get; set; }

    private PitchlySubscriptionOptions Options => _target.Options;

    /// <summary>
    /// Opens a connection, and sends the subscription and a ping. The protocol has no reply to a started subscription, but servers process
    /// messages in order, so the pong shows that the server has processed the subscription.
    /// </summary>
    /// <exception cref="ConnectionLostException">The server can't be reached now.</exception>
    /// <exception cref="PitchlyException">The server refused the connection or the subscription.</exception>
    public static async ValueTask<SubscriptionConnection> OpenAsync(
        SubscriptionTarget target, AccessToken? token, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(target.Options.ConnectTimeout, target.Options.TimeProvider);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        SubscriptionConnection? connection = null;
        try
        {
            var socket = await SubscriptionSocket.OpenAsync(target, wait.Token).ConfigureAwait(false);
            connection = new SubscriptionConnection(socket, target);
            await connection.BeginAsync(token, wait.Token).ConfigureAwait(false);
            return connection;
        }
        catch (Exception error)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }

            var isLate = error is OperationCanceledException && !cancellationToken.IsCancellationRequested;
            if (isLate)
            {
                var reason = $"{target.Server} did not acknowledge the connection within {target.Options.ConnectTimeout}.";
                throw new ConnectionLostException(reason, error);
            }

            throw;
        }
    }

    /// <summary>Returns the next message of the subscription, or the next pong.</summary>
    /// <exception cref="ConnectionLostException">The connection is lost.</exception>
    /// <exception cref="PitchlyException">The server has closed the connection permanently, or violates the protocol.</exception>
    public async ValueTask<SubscriptionMessage> NextAsync(CancellationToken cancellationToken)
    {
        var isPinged = false;
        while (true)
        {
            var wait = isPinged ? Options.KeepAliveTimeout : Options.KeepAliveInterval;
            _receiving ??= ReceiveAsync();
            try
            {
                await _receiving.WaitAsync(wait, Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }
            catch (TimeoutException) when (!isPinged)
            {
                await SendAsync(ClientMessages.Ping, cancellationToken).ConfigureAwait(false);
                isPinged = true;
                continue;
            }
            catch (TimeoutException error)
            {
                throw Lost($"{_target.Server} did not respond within {wait}.", error);
            }

            var message = Read(await _receiving.ConfigureAwait(false));
            IsProven |= isPinged && _isRunning && message.Type == SubscriptionMessageType.Pong;
            (_receiving, isPinged) = (null, false);
            if (message.Type != SubscriptionMessageType.Ping)
            {
                return message;
            }

            await SendAsync(ClientMessages.Pong, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Records that the server has completed the subscription, so that the client need not complete it.</summary>
    public void Completed() => _isRunning = false;

    /// <summary>Completes the subscription and closes the connection, as the protocol requires.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
        {
            using var limit = new CancellationTokenSource(Options.CloseTimeout, Options.TimeProvider);
            try
            {
                await EndAsync(limit.Token).ConfigureAwait(false);
            }
            catch (Exception error) when (IsLoss(error) || error is OperationCanceledException or PitchlyException)
            {
                // The connection is closed below in any case.
            }
        }

        _socket.Abort();
        _socket.Dispose();
        if (_receiving is not null)
        {
            await ((Task)_receiving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async ValueTask BeginAsync(AccessToken? token, CancellationToken cancellationToken)
    {
        using (var init = ClientMessages.Init(_target.Source.HoldsToken ? null : token))
        {
            await SendAsync(init.Utf8, cancellationToken).ConfigureAwait(false);
        }

        var reply = await NextAsync(cancellationToken).ConfigureAwait(false);
        if (reply.Type != SubscriptionMessageType.Acknowledged)
        {
            throw ProtocolViolation($"It sent '{reply.Type}' before it acknowledged the connection.", null);
        }

        using var subscribe = ClientMessages.Subscribe(_target.Source, token);
        await SendAsync(subscribe.Utf8, cancellationToken).ConfigureAwait(false);
        await SendAsync(ClientMessages.Ping, cancellationToken).ConfigureAwait(false);
        _isRunning = true;
    }

    private async ValueTask EndAsync(CancellationToken cancellationToken)
    {
        if (_isRunning && _socket.State == WebSocketState.Open)
        {
            var sending = _socket.SendAsync(ClientMessages.Complete, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            await sending.ConfigureAwait(false);
        }

        await _socket.CloseOutputAsync(_closeStatus, null, cancellationToken).ConfigureAwait(false);
        while (_socket.State == WebSocketState.CloseSent)
        {
            _receiving ??= ReceiveAsync();
            await _receiving.WaitAsync(cancellationToken).ConfigureAwait(false);
            _receiving = null;
        }
    }

    private async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        Task? sending = null;
        try
        {
            sending = _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None).AsTask();
            await sending.WaitAsync(Options.KeepAliveTimeout, Options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (IsLoss(error) || error is TimeoutException)
        {
            throw Lost($"The connection to {_target.Server} was lost: {error.Message}", error);
        }
        catch (OperationCanceledException) when (sending is { IsCompleted: false })
        {
            // A part of the message may have been sent, so nothing else can be sent over this connection.
            _socket.Abort();
            throw;
        }
    }

    /// <summary>Receives a whole message.</summary>
    /// <returns>
    /// The message, which is valid until the next one is received; <see langword="null"/> if the server has closed the connection.
    /// </returns>
    private async Task<ReadOnlyMemory<byte>?> ReceiveAsync()
    {
        _received = _received.Capacity > KeptBytes ? new ArrayBufferWriter<byte>() : _received;
        _received.ResetWrittenCount();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(_received.GetMemory(), CancellationToken.None).ConfigureAwait(false);
                if (part.MessageType == WebSocketMessageType.Close)
                {
                    return null;
                }

                _received.Advance(part.Count);
                if (_received.WrittenCount > _target.MaximumMessageBytes)
                {
                    var cause = new ResponseTooLargeException(_target.MaximumMessageBytes);
                    throw new PitchlyException(new PitchlyError(
                        PitchlyErrorNames.ResponseTooLarge, $"{_target.Name}: {cause.Message}", PitchlyError.NoStatus), cause);
                }

                if (part.EndOfMessage)
                {
                    return _received.WrittenMemory;
                }
            }
        }
        catch (Exception error) when (IsLoss(error) || error is OperationCanceledException)
        {
            throw Lost($"The connection to {_target.Server} was lost: {error.Message}", error);
        }
    }

    private SubscriptionMessage Read(ReadOnlyMemory<byte>? utf8)
    {
        if (utf8 is not { } message)
        {
            throw CloseCodes.ToException(_target.Server, _socket.CloseStatus, _socket.CloseStatusDescription);
        }

        try
        {
            return SubscriptionMessage.Read(message);
        }
        catch (JsonException error)
        {
            throw ProtocolViolation(error.Message, error);
        }
    }

    /// <summary>Creates the error for a message that violates the protocol. The client then closes the connection with code 4400.</summary>
    private PitchlyException ProtocolViolation(string why, Exception? cause)
    {
        _closeStatus = (WebSocketCloseStatus)CloseCodes.BadMessage;
        var reason = PitchlyError.Cut($"{_target.Server} violated the protocol {PitchlySubscriptionOptions.SubProtocol}. {why}");
        return new PitchlyException(new PitchlyError(PitchlyErrorNames.UnexpectedResponse, reason, PitchlyError.NoStatus), cause);
    }

    private ConnectionLostException Lost(string reason, Exception cause)
    {
        _socket.Abort();
        return new ConnectionLostException(reason, cause);
    }

    private static bool IsLoss(Exception error) =>
        error is WebSocketException or ObjectDisposedException or InvalidOperationException or IOException or ConnectionLostException;
}
