using Microsoft.Extensions.Logging;

namespace Pitchly.AspNetCore.Diagnostics;

/// <summary>
/// The log messages of servers. Of a token, only the short hash is logged. All messages are in one class, so that each build produces the
/// same bytes.
/// </summary>
internal static partial class ServerLog
{
    [LoggerMessage(300, LogLevel.Information, "{Installation}: token #{Hash} came by {Grant}; it is good for {Life}.")]
    public static partial void Came(ILogger logger, PitchlyInstallation installation, string hash, string grant, TimeSpan life);

    [LoggerMessage(301, LogLevel.Warning, "{Installation}: no new token: {Error}")]
    public static partial void Failed(ILogger logger, PitchlyInstallation installation, PitchlyError error);

    [LoggerMessage(302, LogLevel.Error, "{Installation}: the renewal failed as it should not.")]
    public static partial void FailedUnexpectedly(ILogger logger, PitchlyInstallation installation, Exception error);

    [LoggerMessage(303, LogLevel.Warning,
        "{Installation}: the refresh token is refused or lost; tokens come as the App's own until somebody signs in.")]
    public static partial void FellBack(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(304, LogLevel.Error, "{Installation}: somebody has to sign in again: {Reason}")]
    public static partial void SignInNeeded(ILogger logger, PitchlyInstallation installation, string reason);

    [LoggerMessage(305, LogLevel.Warning, "{Installation}: new tokens came too late and were dropped, since the store holds newer ones.")]
    public static partial void CameTooLate(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(306, LogLevel.Warning, "{Installation}: new tokens can't be stored yet, and are not used before: {Error}")]
    public static partial void NotStoredYet(ILogger logger, PitchlyInstallation installation, PitchlyError error);

    [LoggerMessage(307, LogLevel.Error, "{Installation}: its tokens can't be unsealed, since the keys of Data Protection are others.")]
    public static partial void NotUnsealed(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(308, LogLevel.Debug, "{Installation}: kept the tokens of a sign-in.")]
    public static partial void Kept(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(310, LogLevel.Warning, "The sign-in failed: {Error}")]
    public static partial void SignInFailed(ILogger logger, PitchlyError error);

    [LoggerMessage(320, LogLevel.Warning, "A callback was refused with {Status}: {Reason}")]
    public static partial void CallbackRefused(ILogger logger, int status, string reason);

    [LoggerMessage(321, LogLevel.Error, "The callback for '{Callback}' threw; the sender is told to send it again.")]
    public static partial void CallbackFailed(ILogger logger, string callback, Exception error);
}
