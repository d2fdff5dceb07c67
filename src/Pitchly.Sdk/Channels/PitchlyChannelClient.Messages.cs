using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pitchly.Json;

namespace Pitchly.Channels;

/// <content>Passes each received message to its request or its callback.</content>
public abstract partial class PitchlyChannelClient
{
    private void Dispatch(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > Options.MaximumMessageBytes)
        {
            _warnings.Drop(
                $"its size of {utf8.Length} bytes exceeds {nameof(Options.MaximumMessageBytes)}, {Options.MaximumMessageBytes}.");
            return;
        }

        try
        {
            var message = PitchlyMessage.Parse(utf8, _types);
            if (_logger.IsEnabled(LogLevel.Debug))
            {
                SdkLog.Received(_logger, message);
            }

            if (message.HasOtherMembers)
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
            _warnings.Drop(error.Message);
        }
    }

    private void DispatchReply(in PitchlyMessage message)
    {
        _warnings.WarnAboutUnknownMember(message);
        if (message.Sequence is { } sequence)
        {
            Volatile.Write(ref _latestSequence, new Cached<long>(sequence));
        }

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
            _warnings.Drop($"it is a reply to '{message}', but no request with this id is pending.");
        }
    }

    private void DispatchEvent(in PitchlyMessage message)
    {
        if (!_callbacks.EnqueueEvent(message))
        {
            _warnings.Drop(
                $"more events than {nameof(Options.MaximumPendingCallbacks)}, {Options.MaximumPendingCallbacks}, are waiting for "
                    + "their callbacks.");
        }
    }

    private ValueTask RunEventAsync(PitchlyMessage message, CancellationToken cancellationToken)
    {
        if (IgnoresEvents)
        {
            return default;
        }

        try
        {
            return RaiseAsync(message, cancellationToken);
        }
        catch (MalformedMessageException error)
        {
            _warnings.Drop(error.Message);
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
        if (message is not { } received)
        {
            reply.TrySetException(CouldNotConnect(null));
            return;
        }

        if (received.Error is { } refused)
        {
            reply.TrySetException(new PitchlyException(refused));
            return;
        }

        T value;
        try
        {
            value = received.Read(read);
        }
        catch (JsonException error)
        {
            reply.TrySetException(new PitchlyException(
                new PitchlyError(PitchlyErrorNames.UnexpectedResponse, $"The reply to '{type}' is malformed: {error.Message}", 0), error));
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
}
