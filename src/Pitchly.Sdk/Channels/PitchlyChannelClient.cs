using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <summary>The engine below every generated channel client: it sends, pairs replies with requests, and runs callbacks in order.</summary>
public abstract class PitchlyChannelClient : IAsyncDisposable
{
    private const int MaximumWarnings = 20, MaximumNameLength = 60;

    private readonly PitchlyTransportFactory _openTransport;
    private readonly ConcurrentDictionary<string, Action<PitchlyMessage?>> _pending = new();
    private readonly SemaphoreSlim _sending = new(1, 1);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly CallbackQueue _callbacks;

    /// <summary>Tells the loop that listens to look again whether it may read on.</summary>
    private readonly AsyncSignal _moved = new();

    /// <summary>The types that came; the loop that listens uses them alone.</summary>
    private readonly MessageTypes _types;

    private readonly Func<bool> _mayReadOn;

    /// <summary>What was warned of.</summary>
    private readonly HashSet<string> _warnings = [];

    private readonly ILogger _logger;
    private volatile IPitchlyTransport? _transport;
    private Task _run = Task.CompletedTask;
    private long _lastId;
    private long _dropped;
    private int _disposed;
    private int _isSilenceTold;

    /// <summary>Prepares a client.</summary>
    /// <param name="transport">Opens the transport.</param>
    /// <param name="options">How it behaves.</param>
    protected PitchlyChannelClient(PitchlyTransportFactory transport, PitchlyChannelOptions options)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        _openTransport = transport;
        Options = options;
        _logger = options.LoggerFactory.CreateLogger(GetType());
        _types = new MessageTypes(IsCached);
        _mayReadOn = MayReadOn;
        _callbacks = new CallbackQueue(ReportAsync, RunEventAsync, _moved, options.MaximumPendingCallbacks);
    }

    /// <summary>How many messages were dropped because they were malformed, too large, or replies to nothing.</summary>
    public long DroppedMessages => Interlocked.Read(ref _dropped);

    private protected PitchlyChannelOptions Options { get; }

    private protected CallbackQueue CallbackQueue => _callbacks;

    /// <summary>Whether what comes is no longer for this App's user, and so is not heard.</summary>
    private protected bool IsDeaf { get; set; }

    /// <summary>Opens the channel and starts to listen.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PitchlyException">The other side can't be reached.</exception>
    protected async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            var transport = await OpenAsync(cancellationToken).ConfigureAwait(false);
            _run = Task.Run(() => RunAsync(transport), CancellationToken.None);
        }
        catch (Exception error)
        {
            if (error is IOException or PitchlyException)
            {
                SdkLog.NotOpened(_logger, error.Message);
            }

            await DisposeAsync().ConfigureAwait(false);
            if (error is IOException)
            {
                throw CouldNotConnect(error);
            }

            throw;
        }
    }

    /// <summary>Introduces the App each time that the transport has opened.</summary>
    /// <param name="cancellationToken">Ends the wait.</param>
    protected virtual ValueTask HandshakeAsync(CancellationToken cancellationToken) => default;

    /// <summary>Runs the callback of an event, when its turn has come.</summary>
    /// <param name="message">The event; one that the schema does not know is handed to the App as it came.</param>
    /// <param name="cancellationToken">Cancelled at disposal.</param>
    protected abstract ValueTask RaiseAsync(PitchlyMessage message, CancellationToken cancellationToken);

    /// <summary>Reads what an event carries; one that is malformed is dropped.</summary>
    /// <typeparam name="T">The type of it.</typeparam>
    /// <param name="message">The event.</param>
    /// <param name="read">How to read it.</param>
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

    /// <summary>Returns whether the last value of an event is kept, so that older ones may be dropped for it.</summary>
    /// <param name="type">The event's name.</param>
    protected virtual bool IsCached(string type) => false;

    /// <summary>Tells the App that one of its callbacks threw.</summary>
    /// <param name="callback">The event's name.</param>
    /// <param name="exception">What it threw.</param>
    /// <param name="cancellationToken">Cancelled at disposal.</param>
    protected abstract ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken);

    /// <summary>Sends a command that carries nothing.</summary>
    /// <param name="type">Its name.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PitchlyException">The other side can't be reached.</exception>
    protected ValueTask SendCommandAsync(string type, CancellationToken cancellationToken) =>
        SendAsync<object?>(type, null, null, null, cancellationToken);

    /// <summary>Sends a command.</summary>
    /// <typeparam name="TPayload">The type of what it carries.</typeparam>
    /// <param name="type">Its name.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="write">Writes what it carries.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PitchlyException">The other side can't be reached.</exception>
    protected ValueTask SendCommandAsync<TPayload>(
        string type, TPayload payload, Action<Utf8JsonWriter, TPayload> write, CancellationToken cancellationToken) =>
        SendAsync(type, null, payload, write, cancellationToken);

    /// <summary>Sends a request that carries nothing, and waits for its reply, and for the callback that the reply raises.</summary>
    /// <typeparam name="T">The reply's type.</typeparam>
    /// <param name="type">The request's name.</param>
    /// <param name="read">Reads the reply.</param>
    /// <param name="raise">Runs the callback of the event that the reply raises, if it raises one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PitchlyException">The platform refused, did not answer in time, or can't be reached.</exception>
    protected ValueTask<T> RequestAsync<T>(
        string type, JsonReadFunc<T> read, Func<T, CancellationToken, ValueTask>? raise, CancellationToken cancellationToken) =>
        RequestAsync<object?, T>(type, null, null, read, raise, cancellationToken);

    /// <summary>Sends a request and waits for its reply, and for the callback that the reply raises.</summary>
    /// <typeparam name="TPayload">The type of what it carries.</typeparam>
    /// <typeparam name="T">The reply's type.</typeparam>
    /// <param name="type">The request's name.</param>
    /// <param name="payload">What it carries.</param>
    /// <param name="write">Writes what it carries.</param>
    /// <param name="read">Reads the reply.</param>
    /// <param name="raise">Runs the callback of the event that the reply raises, if it raises one.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PitchlyException">The platform refused, did not answer in time, or can't be reached.</exception>
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
        _moved.Set();
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

    /// <summary>Closes the channel. Waiting requests end with <see cref="ObjectDisposedException"/>.</summary>
    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _lifetime.CancelAsync().ConfigureAwait(false);
        _moved.Set();
        if (_transport is { } transport)
        {
            await transport.DisposeAsync().ConfigureAwait(false);
        }

        await _run.ConfigureAwait(false);
        await _callbacks.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Options.RequestTimeout, Options.TimeProvider);
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token, _lifetime.Token);
        IPitchlyTransport transport;
        try
        {
            transport = await _openTransport(wait.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"It did not open within {Options.RequestTimeout}. Check that the address is that of Pitchly or of a running emulator.", error);
        }

        _transport = transport;
        SdkLog.Opened(_logger);
        try
        {
            await HandshakeAsync(wait.Token).ConfigureAwait(false);
            return transport;
        }
        catch
        {
            _transport = null;
            await transport.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task RunAsync(IPitchlyTransport transport)
    {
        while (!_lifetime.IsCancellationRequested)
        {
            var reason = await ListenAsync(transport).ConfigureAwait(false);
            _transport = null;
            await transport.DisposeAsync().ConfigureAwait(false);
            FailPending();
            if (_lifetime.IsCancellationRequested)
            {
                return;
            }

            SdkLog.Lost(_logger, reason, Options.RetryDelay);
            if (await ReopenAsync().ConfigureAwait(false) is not { } next)
            {
                return;
            }

            transport = next;
        }
    }

    private async Task<string> ListenAsync(IPitchlyTransport transport)
    {
        var (canWait, end) = (transport.CanWait, _lifetime.Token);
        try
        {
            while (true)
            {
                if (canWait && !MayReadOn())
                {
                    await _moved.WaitUntilAsync(_mayReadOn).ConfigureAwait(false);
                }

                if (await transport.ReceiveAsync(end).ConfigureAwait(false) is not { } message)
                {
                    break;
                }

                Dispatch(message);
            }

            return "the other side closed it.";
        }
        catch (IOException error)
        {
            return error.Message;
        }
        catch (OperationCanceledException)
        {
            return "it is being closed.";
        }
    }

    /// <summary>Returns whether there is room, or a reply is awaited, perhaps by one of the callbacks that take the room.</summary>
    private bool MayReadOn() => _callbacks.HasRoom || !_pending.IsEmpty || _lifetime.IsCancellationRequested;

    private async Task<IPitchlyTransport?> ReopenAsync()
    {
        while (true)
        {
            try
            {
                await Task.Delay(Options.RetryDelay, Options.TimeProvider, _lifetime.Token).ConfigureAwait(false);
                return await OpenAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception error) when (error is IOException or PitchlyException)
            {
                SdkLog.RetryFailed(_logger, error.Message);
            }
            catch (OperationCanceledException)
            {
                return null;
            }
        }
    }

    private void Dispatch(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > Options.MaximumMessageBytes)
        {
            Drop($"its {utf8.Length} bytes are more than {nameof(Options.MaximumMessageBytes)}, {Options.MaximumMessageBytes}.");
            return;
        }

        try
        {
            var message = PitchlyMessage.Parse(utf8, _types);
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                SdkLog.Received(_logger, message);
            }

            if (message.HasMore)
            {
                DispatchReply(message);
            }
            else
            {
                DispatchEvent(message);
            }
        }
        catch (JsonException error)
        {
            Drop(error.Message);
        }
    }

    private void DispatchReply(in PitchlyMessage message)
    {
        WarnOfStrayMember(message);
        if (message.Id is not { } id)
        {
            DispatchEvent(message);
        }
        else if (_pending.TryRemove(id, out var complete))
        {
            complete(message);
        }
        else
        {
            Drop($"it replies to '{message}', which nobody waits for.");
        }
    }

    private void DispatchEvent(in PitchlyMessage message)
    {
        if (!_callbacks.EnqueueEvent(message))
        {
            Drop($"more than {nameof(Options.MaximumPendingCallbacks)}, {Options.MaximumPendingCallbacks}, wait for their callbacks.");
        }
    }

    private ValueTask RunEventAsync(PitchlyMessage message, CancellationToken cancellationToken)
    {
        if (IsDeaf)
        {
            return default;
        }

        try
        {
            return RaiseAsync(message, cancellationToken);
        }
        catch (MalformedMessageException error)
        {
            Drop(error.Message);
            return default;
        }
    }

    private async Task CompleteAsync<T>(
        PitchlyMessage? message,
        string type,
        JsonReadFunc<T> read,
        Func<T, CancellationToken, ValueTask>? raise,
        Turn? turn,
        TaskCompletionSource<T> reply)
    {
        if (message is not { } came)
        {
            reply.TrySetException(CouldNotConnect(null));
            return;
        }

        if (came.Error is { } refused)
        {
            reply.TrySetException(new PitchlyException(refused));
            return;
        }

        T value;
        try
        {
            value = came.Read(read);
        }
        catch (JsonException error)
        {
            reply.TrySetException(new PitchlyException(new PitchlyError(PitchlyErrorNames.UnexpectedAnswer, $"The reply to '{type}' is malformed: {error.Message}", 0), error));
            return;
        }

        if (raise is not null)
        {
            try
            {
                ValueTask RaiseAsync(CancellationToken cancellationToken) => raise(value, cancellationToken);
                var isNested = turn is { IsRunning: true };
                await (isNested ? _callbacks.RunNowAsync(type, RaiseAsync) : _callbacks.Enqueue(type, RaiseAsync)).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                reply.TrySetException(new ObjectDisposedException(GetType().Name));
                return;
            }
        }

        reply.TrySetResult(value);
    }

    private async ValueTask SendAsync<TPayload>(
        string type, string? id, TPayload payload, Action<Utf8JsonWriter, TPayload>? write, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsCancellationRequested, this);
        var message = PitchlyMessage.Write(type, id, payload, write);
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

    private void FailPending()
    {
        foreach (var id in _pending.Keys)
        {
            if (_pending.TryRemove(id, out var complete))
            {
                complete(null);
            }
        }
    }

    private void Drop(string reason)
    {
        Interlocked.Increment(ref _dropped);
        if (IsNews(reason))
        {
            SdkLog.Dropped(_logger, reason);
        }
        else
        {
            SdkLog.DroppedAgain(_logger, reason);
        }
    }

    private void WarnOfStrayMember(in PitchlyMessage message)
    {
        if (message.StrayMember is { } member && IsNews(message.Type))
        {
            SdkLog.Flat(_logger, message.Type, member.Length <= MaximumNameLength ? member : member[..MaximumNameLength] + "…");
        }
    }

    /// <summary>
    /// Returns whether a warning was not given before. A peer that repeats a mistake is told of once, and one that invents new ones a few
    /// times.
    /// </summary>
    private bool IsNews(string warning)
    {
        lock (_warnings)
        {
            return _warnings.Count < MaximumWarnings && _warnings.Add(warning);
        }
    }

    private async ValueTask ReportAsync(string callback, Exception exception, CancellationToken cancellationToken)
    {
        SdkLog.CallbackFailed(_logger, callback, exception);
        try
        {
            await OnCallbackFailedAsync(callback, exception, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception second)
        {
            SdkLog.ReportFailed(_logger, second);
        }
    }

    private PitchlyException TimedOut(string type, TimeSpan silence)
    {
        var transport = _transport;
        var peer = transport?.Peer ?? "the other side";
        transport?.OnSilence(silence);
        if (Interlocked.Exchange(ref _isSilenceTold, 1) == 0)
        {
            SdkLog.Silent(_logger, peer, type, Options.RequestTimeout);
        }

        return new PitchlyException(new PitchlyError(PitchlyErrorNames.RequestTimedOut, $"'{type}' had no reply from {peer} within {Options.RequestTimeout}.", 0));
    }

    private static PitchlyException CouldNotConnect(Exception? cause) => new(
        new PitchlyError(PitchlyErrorNames.CouldNotConnect, cause is null ? "Could not connect to Pitchly server." : $"Could not connect to Pitchly server. {cause.Message}", 0),
        cause);
}
