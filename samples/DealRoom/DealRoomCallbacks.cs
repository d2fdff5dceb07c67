using Microsoft.Extensions.Logging;
using Pitchly;

namespace DealRoom;

/// <summary>The page follows PitchlyAppState; what is left for callbacks is to note what went wrong.</summary>
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
