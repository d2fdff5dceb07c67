namespace Pitchly.AspNetCore.Installations;

/// <summary>Creates the typed errors for a missing token.</summary>
internal static class ServerErrors
{
    public static PitchlyException SignInNeeded(PitchlyInstallation installation, string reason) => Of(
        PitchlyServerErrorNames.SignInNeeded,
        $"{reason}. A user of the organization must sign in to the App, which stores {installation} again",
        PitchlyServerErrorNames.NoStatus);

    public static PitchlyException Busy(PitchlyInstallation installation) => Of(
        PitchlyServerErrorNames.RefreshBusy,
        $"Another node is refreshing the token of {installation}, and has not finished in time. Try again",
        code: 0);

    public static PitchlyException Superseded(PitchlyInstallation installation) => Of(
        PitchlyServerErrorNames.RefreshBusy,
        $"This node stalled while it refreshed the token of {installation}, or another node has written it in the meantime. Try again",
        code: 0);

    public static PitchlyException Uncertain(PitchlyInstallation installation, TimeSpan lease) => Of(
        PitchlyServerErrorNames.RefreshUncertain,
        $"A refresh of {installation} was started, and its result is unknown. "
            + $"The refresh token is not used again until {lease} have passed",
        code: 0);

    public static PitchlyException TimedOut(PitchlyInstallation installation) => Of(
        PitchlyServerErrorNames.RefreshBusy,
        $"The token of {installation} was not received in time. Its renewal continues. Try again",
        code: 0);

    private static PitchlyException Of(string name, string reason, int code) => new(new PitchlyError(name, reason, code));
}
