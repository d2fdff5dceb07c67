using Microsoft.Extensions.Logging;
using Pitchly;

namespace DealRoom;

/// <summary>Logs the result of a connection. The page observes PitchlyAppState, so no other callback is needed.</summary>
internal sealed partial class DealRoomCallbacks(ILogger<DealRoomCallbacks> logger) : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken)
    {
        connect.Switch(
            success => LogConnected(success.AccessTokenExpiresAt),
            failure => LogLost(failure.Error.Name));
        return default;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Connected to Pitchly until {ExpiresAt}.")]
    private partial void LogConnected(DateTimeOffset expiresAt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Not connected to Pitchly: {Name}.")]
    private partial void LogLost(string name);
}
