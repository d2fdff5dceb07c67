using Microsoft.Extensions.Logging;
using Pitchly.Channels;

namespace Pitchly;

/// <summary>
/// The log messages of the SDK. For channels they contain types and ids, but never payloads, and for tokens only the short hash. All
/// messages are in one class, because the generator of .NET 10 writes several classes in a random order, so that two builds would not
/// produce the same package bytes.
/// </summary>
internal static partial class SdkLog
{
    [LoggerMessage(100, LogLevel.Debug, "The channel is open.")]
    public static partial void Opened(ILogger logger);

    [LoggerMessage(101, LogLevel.Warning, "The channel was disconnected: {Reason} Reconnecting every {RetryDelay}.")]
    public static partial void Lost(ILogger logger, string reason, TimeSpan retryDelay);

    [LoggerMessage(102, LogLevel.Debug, "The channel can't be reopened yet: {Reason}")]
    public static partial void RetryFailed(ILogger logger, string reason);

    [LoggerMessage(103, LogLevel.Warning, "A message was dropped: {Reason}")]
    public static partial void Dropped(ILogger logger, string reason);

    [LoggerMessage(104, LogLevel.Debug, "Received {Message}.")]
    public static partial void Received(ILogger logger, PitchlyMessage message);

    [LoggerMessage(105, LogLevel.Debug, "Sent {Type} #{Id}.")]
    public static partial void Sent(ILogger logger, string type, string? id);

    [LoggerMessage(106, LogLevel.Error, "The callback for '{Callback}' threw an exception. Later callbacks are not affected.")]
    public static partial void CallbackFailed(ILogger logger, string callback, Exception error);

    [LoggerMessage(107, LogLevel.Error, "The callback that reports failed callbacks threw an exception too.")]
    public static partial void ReportFailed(ILogger logger, Exception error);

    [LoggerMessage(108, LogLevel.Warning, "The channel can't be opened: {Reason}")]
    public static partial void NotOpened(ILogger logger, string reason);

    [LoggerMessage(109, LogLevel.Debug, "Another message was dropped: {Reason}")]
    public static partial void DroppedAgain(ILogger logger, string reason);

    [LoggerMessage(110, LogLevel.Warning, "The message '{Type}' has a member '{Member}', which is ignored. The payload of a message "
        + "belongs in its member '{Payload}', which is missing.")]
    public static partial void PayloadOutsideMember(ILogger logger, string type, string member, string payload);

    [LoggerMessage(111, LogLevel.Warning, "There was no reply to '{Type}' from {Peer} within {Timeout}. Later timeouts are not logged.")]
    public static partial void ReplyTimedOut(ILogger logger, string peer, string type, TimeSpan timeout);

    [LoggerMessage(200, LogLevel.Debug, "The token's state is {State}.")]
    public static partial void StateChanged(ILogger logger, AccessTokenState state);

    [LoggerMessage(201, LogLevel.Debug, "Token #{Hash} is valid until {ExpiresAt}. It will be renewed in {RenewIn}.")]
    public static partial void Accepted(ILogger logger, string hash, DateTimeOffset expiresAt, TimeSpan renewIn);

    [LoggerMessage(202, LogLevel.Debug, "There is no token yet: {Error} The next request is in {Delay}.")]
    public static partial void WillRetry(ILogger logger, PitchlyError error, TimeSpan delay);

    [LoggerMessage(203, LogLevel.Warning, "There is no token, and no further request is made: {Error}")]
    public static partial void Stopped(ILogger logger, PitchlyError error);

    [LoggerMessage(204, LogLevel.Error, "The token source failed unexpectedly.")]
    public static partial void SourceFailed(ILogger logger, Exception error);

    [LoggerMessage(205, LogLevel.Error, "OnConnect threw an exception. The renewal of tokens is not affected.")]
    public static partial void ConnectCallbackFailed(ILogger logger, Exception error);

    [LoggerMessage(300, LogLevel.Debug, "The subscription '{Name}' is running.")]
    public static partial void Subscribed(ILogger logger, string name);

    [LoggerMessage(301, LogLevel.Warning, "The subscription '{Name}' was interrupted: {Reason} The next attempt is in {Delay}.")]
    public static partial void SubscriptionLost(ILogger logger, string name, string reason, TimeSpan delay);

    [LoggerMessage(302, LogLevel.Debug, "The subscription '{Name}' can't be resumed yet: {Reason} The next attempt is in {Delay}.")]
    public static partial void SubscribeFailed(ILogger logger, string name, string reason, TimeSpan delay);
}
