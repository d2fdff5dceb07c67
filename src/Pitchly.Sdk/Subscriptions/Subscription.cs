using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Pitchly.Http;
using Pitchly.Json;

namespace Pitchly.Subscriptions;

/// <summary>A subscription that is being read. A lost connection is reopened with the newest token, and the gap is reported.</summary>
internal sealed class Subscription<T>(SubscriptionTarget target, IAccessTokenProvider? tokens, JsonReadFunc<T> read)
{
    private readonly PendingEvents<T> _pending = new(target.Options.MaximumPendingEvents, target.Options.MaximumPendingBytes);
    private readonly ILogger _logger = target.Options.LoggerFactory.CreateLogger<PitchlyHttpPipeline>();
    private SubscriptionGap _gap = new(SubscriptionGapCause.Started);
    private bool _hasStarted;
    private int _failures;
    private (AccessToken Token, PitchlyException Error)? _refusal;

    /// <summary>Runs the subscription while its events are read.</summary>
    public async IAsyncEnumerable<SubscriptionEvent<T>> EventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var reading = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var running = RunAsync(reading.Token);
        try
        {
            await foreach (var one in _pending.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return one;
            }
        }
        finally
        {
            await reading.CancelAsync().ConfigureAwait(false);
            await running.ConfigureAwait(false);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            while (await RunConnectionAsync(cancellationToken).ConfigureAwait(false) is { } delay)
            {
                await Task.Delay(delay, target.Options.TimeProvider, cancellationToken).ConfigureAwait(false);
            }

            _pending.Complete(null);
        }
        catch (Exception error)
        {
            _pending.Complete(cancellationToken.IsCancellationRequested ? null : error);
        }
    }

    /// <summary>Connects, and receives messages.</summary>
    /// <returns>The delay before the next connection; <see langword="null"/> if the server has completed the subscription.</returns>
    private async ValueTask<TimeSpan?> RunConnectionAsync(CancellationToken cancellationToken)
    {
        AccessToken? token = null;
        SubscriptionConnection? connection = null;
        try
        {
            token = await TokenAsync(cancellationToken).ConfigureAwait(false);
            connection = await SubscriptionConnection.OpenAsync(target, token, cancellationToken).ConfigureAwait(false);
            await ReceiveAsync(connection, cancellationToken).ConfigureAwait(false);
            connection.Completed();
            return null;
        }
        catch (PitchlyException error) when (token is not null && error.Error.IsTokenRefused && MayRenew(connection))
        {
            tokens!.Reject(token);
            (_refusal, _gap) = ((token, error), GapAfter(error.Error));
            return TimeSpan.Zero;
        }
        catch (ConnectionLostException lost)
        {
            return Lose(lost, connection);
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async ValueTask ReceiveAsync(SubscriptionConnection connection, CancellationToken cancellationToken)
    {
        var hasBegun = false;
        while (true)
        {
            var message = await connection.NextAsync(cancellationToken).ConfigureAwait(false);
            if (message is { IsOurs: true, Type: SubscriptionMessageType.Error })
            {
                throw Failure(message);
            }

            if (!hasBegun)
            {
                Begin();
                hasBegun = true;
            }

            if (message is { IsOurs: true, Type: SubscriptionMessageType.Complete })
            {
                return;
            }

            connection.IsProven |= Take(message);
        }
    }

    /// <summary>Returns the newest token. A token that was refused is not sent again.</summary>
    private async ValueTask<AccessToken?> TokenAsync(CancellationToken cancellationToken)
    {
        if (tokens is null || target.Operation.IsAnonymous)
        {
            return null;
        }

        try
        {
            var token = await tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
            return _refusal is { } refusal && token.Value.Equals(refusal.Token.Value) ? throw refusal.Error : token;
        }
        catch (PitchlyException error) when (_hasStarted && error.Error.IsTransient && error != _refusal?.Error)
        {
            throw new ConnectionLostException(error.Error.Reason, error);
        }
    }

    /// <summary>Reports that the subscription is running, after the first message from the server.</summary>
    private void Begin()
    {
        SdkLog.Subscribed(_logger, target.Name);
        _hasStarted = true;
        _pending.Add(new SubscriptionEvent<T>(_gap), 0);
    }

    /// <summary>Processes a message.</summary>
    /// <returns>
    /// <see langword="true"/> if the message contained a value, which shows that the server accepts the token; otherwise,
    /// <see langword="false"/>.
    /// </returns>
    private bool Take(SubscriptionMessage message)
    {
        if (!message.IsOurs || message.Type != SubscriptionMessageType.Next)
        {
            return false;
        }

        try
        {
            var value = GraphQLResponse.Read(message.Payload.Span, target.Operation, read, PitchlyError.NoStatus);
            _pending.Add(new SubscriptionEvent<T>(value), message.Payload.Length);
            return true;
        }
        catch (JsonException error)
        {
            throw ResponseExceptions.Unexpected(target.Name, error, PitchlyError.NoStatus, body: "");
        }
    }

    private PitchlyException Failure(SubscriptionMessage message)
    {
        try
        {
            var error = GraphQLResponse.ReadErrors(message.Payload.Span, PitchlyError.NoStatus);
            var reason = $"{target.Name}: the server reported an error without details.";
            return new PitchlyException(error ?? new PitchlyError(PitchlyErrorNames.UnexpectedResponse, reason, PitchlyError.NoStatus));
        }
        catch (JsonException error)
        {
            return ResponseExceptions.Unexpected(target.Name, error, PitchlyError.NoStatus, body: "");
        }
    }

    /// <summary>
    /// Returns a value indicating whether to try another token. This is allowed once, until a server has accepted a token.
    /// </summary>
    private bool MayRenew(SubscriptionConnection? connection) => _refusal is null || connection is { IsProven: true };

    /// <summary>Handles a lost connection. Throws if the subscription has never been connected, because the address may be wrong.</summary>
    /// <returns>The delay before the next connection.</returns>
    private TimeSpan Lose(ConnectionLostException lost, SubscriptionConnection? connection)
    {
        if (!_hasStarted)
        {
            throw new PitchlyException(lost.Error, lost);
        }

        if (connection is { IsProven: true })
        {
            (_failures, _refusal) = (0, null);
        }

        var delay = NextDelay();
        if (connection is null)
        {
            SdkLog.SubscribeFailed(_logger, target.Name, lost.Message, delay);
        }
        else
        {
            SdkLog.SubscriptionLost(_logger, target.Name, lost.Message, delay);
        }

        _gap = GapAfter(lost.Error);
        return delay;
    }

    private SubscriptionGap GapAfter(PitchlyError error) =>
        _hasStarted ? new SubscriptionGap(SubscriptionGapCause.ConnectionLost, error) : _gap;

    /// <summary>
    /// Returns the next delay. It doubles with each failed attempt, up to a maximum, and is randomly shortened by up to half.
    /// </summary>
    private TimeSpan NextDelay()
    {
        var options = target.Options;
        var doubled = options.RetryDelay.TotalMilliseconds * Math.Pow(2, _failures++);
        var bounded = Math.Min(doubled, options.MaximumRetryDelay.TotalMilliseconds);
        return TimeSpan.FromMilliseconds(bounded * (1 - (options.Random.NextDouble() / 2)));
    }
}
