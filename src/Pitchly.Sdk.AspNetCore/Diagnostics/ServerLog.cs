using Microsoft.Extensions.Logging;

namespace Pitchly.AspNetCore.Diagnostics;

/// <summary>
/// The log messages of servers. Of a token, only the short hash is logged. All messages are in one class, so that each build produces the
/// same bytes.
/// </summary>
internal static partial class ServerLog
{
    [LoggerMessage(300, LogLevel.Information, "{Installation}: token #{Hash} was received by {Grant}; it is valid for {Life}.")]
    public static partial void Received(ILogger logger, PitchlyInstallation installation, string hash, string grant, TimeSpan life);

    [LoggerMessage(301, LogLevel.Warning, "{Installation}: the token was not renewed: {Error}")]
    public static partial void Failed(ILogger logger, PitchlyInstallation installation, PitchlyError error);

    [LoggerMessage(302, LogLevel.Error, "{Installation}: the renewal failed unexpectedly.")]
    public static partial void FailedUnexpectedly(ILogger logger, PitchlyInstallation installation, Exception error);

    [LoggerMessage(303, LogLevel.Warning,
        "{Installation}: the refresh token was refused or lost; the App's own credentials are used until a user signs in.")]
    public static partial void FellBack(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(304, LogLevel.Error, "{Installation}: a user must sign in again: {Reason}")]
    public static partial void SignInNeeded(ILogger logger, PitchlyInstallation installation, string reason);

    [LoggerMessage(305, LogLevel.Warning,
        "{Installation}: new tokens were received too late and were discarded, because the store has newer ones.")]
    public static partial void ReceivedTooLate(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(306, LogLevel.Warning, "{Installation}: new tokens can't be stored yet, and are not used until they are: {Error}")]
    public static partial void NotStoredYet(ILogger logger, PitchlyInstallation installation, PitchlyError error);

    [LoggerMessage(307, LogLevel.Error, "{Installation}: its tokens can't be decrypted, because the Data Protection keys are different.")]
    public static partial void NotUnsealed(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(308, LogLevel.Debug, "{Installation}: stored the tokens of a sign-in.")]
    public static partial void Saved(ILogger logger, PitchlyInstallation installation);

    [LoggerMessage(310, LogLevel.Warning, "The sign-in failed: {Error}")]
    public static partial void SignInFailed(ILogger logger, PitchlyError error);

    [LoggerMessage(320, LogLevel.Warning, "A callback was refused with {Status}: {Reason}")]
    public static partial void CallbackRefused(ILogger logger, int status, string reason);

    [LoggerMessage(321, LogLevel.Error,
        "The callback for '{Callback}' threw an exception. The response asks the sender to send the request again.")]
    public static partial void CallbackFailed(ILogger logger, string callback, Exception error);
}
