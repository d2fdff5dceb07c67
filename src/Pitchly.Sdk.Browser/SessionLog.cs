using Microsoft.Extensions.Logging;

namespace Pitchly.Browser;

/// <summary>The log messages of a session: the reasons why the App is not connected, unless the channel or the client logs them.</summary>
internal static partial class SessionLog
{
    [LoggerMessage(300, LogLevel.Warning, "The App can't connect, because its options or services are not valid.")]
    public static partial void WrongOptions(ILogger logger, Exception error);

    [LoggerMessage(301, LogLevel.Warning, "The App did not connect within {Timeout}. The connection is retried automatically. {Error}")]
    public static partial void GaveUp(ILogger logger, TimeSpan timeout, PitchlyError error);

    [LoggerMessage(302, LogLevel.Warning, "{Reason}")]
    public static partial void NotRegistered(ILogger logger, string reason);
}
