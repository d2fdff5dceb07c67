using Microsoft.Extensions.Logging;

namespace Pitchly;

/// <summary>What the token manager logs; tokens by their short hash alone.</summary>
internal static partial class TokenLog
{
    [LoggerMessage(200, LogLevel.Debug, "The token's state is {State}.")]
    public static partial void StateChanged(ILogger logger, AccessTokenState state);

    [LoggerMessage(201, LogLevel.Debug, "Token #{Hash} is good until {ExpiresAt}; it will be renewed in {RenewIn}.")]
    public static partial void Accepted(ILogger logger, string hash, DateTimeOffset expiresAt, TimeSpan renewIn);

    [LoggerMessage(202, LogLevel.Debug, "No token yet: {Error} It is asked for again in {Delay}.")]
    public static partial void WillRetry(ILogger logger, PitchlyError error, TimeSpan delay);

    [LoggerMessage(203, LogLevel.Warning, "No token, and no further tries: {Error}")]
    public static partial void Stopped(ILogger logger, PitchlyError error);

    [LoggerMessage(204, LogLevel.Error, "The source of tokens failed in a way that it should not.")]
    public static partial void SourceFailed(ILogger logger, Exception error);

    [LoggerMessage(205, LogLevel.Error, "OnConnect threw; the token is renewed all the same.")]
    public static partial void CallbackFailed(ILogger logger, Exception error);
}
