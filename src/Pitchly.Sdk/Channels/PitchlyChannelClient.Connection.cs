namespace Pitchly.Channels;

/// <content>Opens the transport, receives its messages, and reopens it when the connection is lost.</content>
public abstract partial class PitchlyChannelClient
{
    /// <summary>Opens the channel and starts to receive messages.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
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

    /// <summary>Introduces the App to the platform each time the transport has opened.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    protected virtual ValueTask HandshakeAsync(CancellationToken cancellationToken) => default;

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
            throw new IOException(
                $"The channel did not open within {Options.RequestTimeout}. Check that the address is the one of "
                    + "Pitchly or of a running emulator.",
                error);
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
                if (canWait && !CanReadNext())
                {
                    await _readSignal.WaitUntilAsync(_canReadNext).ConfigureAwait(false);
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

    /// <summary>
    /// Returns a value indicating whether the next message may be read: there is capacity for an event, or a request waits for its reply,
    /// perhaps in one of the callbacks that occupy the capacity.
    /// </summary>
    private bool CanReadNext() => _callbacks.HasCapacity || !_pending.IsEmpty || _lifetime.IsCancellationRequested;

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

    private PitchlyException TimedOut(string type, TimeSpan silence)
    {
        var transport = _transport;
        var peer = transport?.Peer ?? "the other side";
        transport?.OnSilence(silence);
        if (Interlocked.Exchange(ref _isTimeoutLogged, 1) == 0)
        {
            SdkLog.ReplyTimedOut(_logger, peer, type, Options.RequestTimeout);
        }

        return new PitchlyException(new PitchlyError(
            PitchlyErrorNames.RequestTimedOut, $"There was no reply to '{type}' from {peer} within {Options.RequestTimeout}.", 0));
    }

    private static PitchlyException CouldNotConnect(Exception? cause) => new(
        new PitchlyError(
            PitchlyErrorNames.CouldNotConnect,
            cause is null ? "Could not connect to Pitchly server." : $"Could not connect to Pitchly server. {cause.Message}",
            0),
        cause);
}
