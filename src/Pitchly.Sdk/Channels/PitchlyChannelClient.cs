using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>
/// The base class of all generated channel clients. It sends messages, matches replies to requests, and runs callbacks in order.
/// </summary>
public abstract partial class PitchlyChannelClient : IAsyncDisposable
{
    private readonly PitchlyTransportFactory _openTransport;
    private readonly ConcurrentDictionary<string, Action<PitchlyMessage?>> _pending = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CallbackQueue _callbacks;

    /// <summary>Signals the receive loop to check again whether it may read the next message.</summary>
    private readonly AsyncSignal _readSignal = new();

    /// <summary>The types of received messages. Only the receive loop uses them.</summary>
    private readonly MessageTypes _types;

    private readonly Func<bool> _canReadNext;

    private readonly ILogger _logger;
    private readonly ChannelWarnings _warnings;
    private volatile IPitchlyTransport? _transport;
    private Task _run = Task.CompletedTask;
    private long _lastId;
    private Cached<long>? _latestSequence;
    private int _disposed;
    private int _isTimeoutLogged;

    /// <summary>Initializes a client.</summary>
    /// <param name="transport">A delegate that opens the transport.</param>
    /// <param name="options">The options of the channel.</param>
    protected PitchlyChannelClient(PitchlyTransportFactory transport, PitchlyChannelOptions options)
        : this(transport, options, MessageEnvelope.Default)
    {
    }

    /// <summary>Initializes a client for a platform whose messages have other members than Pitchly's.</summary>
    /// <param name="transport">A delegate that opens the transport.</param>
    /// <param name="options">The options of the channel.</param>
    /// <param name="envelope">The names of the members of messages.</param>
    protected PitchlyChannelClient(PitchlyTransportFactory transport, PitchlyChannelOptions options, MessageEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _openTransport = transport;
        Options = options;
        _logger = options.LoggerFactory.CreateLogger(GetType());
        _warnings = new ChannelWarnings(_logger, envelope);
        _types = new MessageTypes(IsCached, envelope);
        _canReadNext = CanReadNext;
        _callbacks = new CallbackQueue(ReportAsync, RunEventAsync, _readSignal, options.MaximumPendingCallbacks);
    }

    /// <summary>
    /// Gets the number of messages that were dropped because they were malformed, too large, or replies without a waiting request, or
    /// because too many events were waiting.
    /// </summary>
    public long DroppedMessages => _warnings.Dropped;

    /// <summary>
    /// Gets the sequence number of the newest message that had one; <see langword="null"/> before the first such message, or if the
    /// envelope has no sequence.
    /// </summary>
    protected long? LatestSequence => Volatile.Read(ref _latestSequence)?.Value;

    private protected PitchlyChannelOptions Options { get; }

    private protected CallbackQueue CallbackQueue => _callbacks;

    /// <summary>
    /// Gets or sets a value indicating whether received events are ignored because they are no longer for this App's user.
    /// </summary>
    private protected bool IgnoresEvents { get; set; }

    /// <summary>Runs the callback of an event when its turn comes.</summary>
    /// <param name="message">The event. An event that the schema does not contain is passed to the App unchanged.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is disposed.</param>
    protected abstract ValueTask RaiseAsync(PitchlyMessage message, CancellationToken cancellationToken);

    /// <summary>Reads the payload of an event. An event with a malformed payload is dropped.</summary>
    /// <typeparam name="T">The type of the payload.</typeparam>
    /// <param name="message">The event.</param>
    /// <param name="read">A delegate that reads the payload.</param>
    protected static T ReadPayload<T>(PitchlyMessage message, JsonReadFunc<T> read)
    {
        try
        {
            return message.Read(read);
        }
        catch (JsonException error)
        {
            throw new MalformedMessageException(error);
        }
    }

    /// <summary>
    /// Returns a value indicating whether the last value of an event is cached, so that older values may be dropped in favor of newer ones.
    /// </summary>
    /// <param name="type">The event's name.</param>
    protected virtual bool IsCached(string type) => false;

    /// <summary>Notifies the App that one of its callbacks threw an exception.</summary>
    /// <param name="callback">The event's name.</param>
    /// <param name="exception">The exception.</param>
    /// <param name="cancellationToken">A token that is canceled when the client is disposed.</param>
    protected abstract ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken);

    /// <summary>Sends a command without a payload.</summary>
    /// <param name="type">The command's name.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="PitchlyException">The other side can't be reached.</exception>
    protected ValueTask SendCommandAsync(string type, CancellationToken cancellationToken) =>
        SendAsync<object?>(type, null, null, null, cancellationToken);

    /// <summary>Sends a command.</summary>
    /// <typeparam name="TPayload">The type of the payload.</typeparam>
    /// <param name="type">The command's name.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="write">A delegate that writes the payload.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="PitchlyException">The other side can't be reached.</exception>
    protected ValueTask SendCommandAsync<TPayload>(
        string type, TPayload payload, Action<Utf8JsonWriter, TPayload> write, CancellationToken cancellationToken) =>
        SendAsync(type, null, payload, write, cancellationToken);

    /// <summary>Sends a request without a payload, and waits for its reply and for the callback that the reply raises.</summary>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="type">The request's name.</param>
    /// <param name="read">A delegate that reads the reply.</param>
    /// <param name="raise">
    /// A delegate that runs the callback of the event that the reply raises; <see langword="null"/> if it raises none.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="PitchlyException">The platform refused the request, did not reply in time, or can't be reached.</exception>
    protected ValueTask<T> RequestAsync<T>(
        string type, JsonReadFunc<T> read, Func<T, CancellationToken, ValueTask>? raise, CancellationToken cancellationToken) =>
        RequestAsync<object?, T>(type, null, null, read, raise, cancellationToken);

    /// <summary>Sends a request, and waits for its reply and for the callback that the reply raises.</summary>
    /// <typeparam name="TPayload">The type of the payload.</typeparam>
    /// <typeparam name="T">The type of the reply.</typeparam>
    /// <param name="type">The request's name.</param>
    /// <param name="payload">The payload.</param>
    /// <param name="write">A delegate that writes the payload.</param>
    /// <param name="read">A delegate that reads the reply.</param>
    /// <param name="raise">
    /// A delegate that runs the callback of the event that the reply raises; <see langword="null"/> if it raises none.
    /// </param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="PitchlyException">The platform refused the request, did not reply in time, or can't be reached.</exception>
    protected async ValueTask<T> RequestAsync<TPayload, T>(
        string type,
        TPayload payload,
        Action<Utf8JsonWriter, TPayload>? write,
        JsonReadFunc<T> read,
        Func<T, CancellationToken, ValueTask>? raise,
        CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
        var id = Interlocked.Increment(ref _lastId).ToString(CultureInfo.InvariantCulture);
        var reply = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        var turn = _callbacks.CurrentTurn;
        _pending[id] = message => _ = CompleteAsync(message, type, read, raise, turn, reply);
        _readSignal.Set();
        var sentAt = Stopwatch.GetTimestamp();
        using var timeout = new CancellationTokenSource(Options.RequestTimeout, Options.TimeProvider);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, _lifetime.Token);
        try
        {
            await SendAsync(type, id, payload, write, wait.Token).ConfigureAwait(false);
            return await reply.Task.WaitAsync(wait.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
            throw TimedOut(type, Stopwatch.GetElapsedTime(sentAt));
        }
        finally
        {
            _pending.TryRemove(id, out _);
        }
    }

    /// <summary>Closes the channel. Waiting requests throw <see cref="ObjectDisposedException"/>.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _lifetime.CancelAsync().ConfigureAwait(false);
        _readSignal.Set();
        if (_transport is { } transport)
        {
            await transport.DisposeAsync().ConfigureAwait(false);
        }

        await _run.ConfigureAwait(false);
        await _callbacks.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask SendAsync<TPayload>(
        string type, string? id, TPayload payload, Action<Utf8JsonWriter, TPayload>? write, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
        var message = PitchlyMessage.Write(_types.Envelope, type, id, payload, write);
        await _sending.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var transport = _transport ?? throw CouldNotConnect(null);
            await transport.SendAsync(message, cancellationToken).ConfigureAwait(false);
            SdkLog.Sent(_logger, type, id);
        }
        catch (IOException error)
        {
            throw CouldNotConnect(error);
        }
        finally
        {
            _sending.Release();
        }
    }
}
