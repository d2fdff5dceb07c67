namespace Pitchly.AspNetCore.Installations;

/// <summary>Creates the typed errors for a missing token.</summary>
internal static class ServerErrors
{
    public static PitchlyException SignInNeeded(PitchlyInstallation installation, string reason) => Of(
        PitchlyServerErrorNames.SignInNeeded,
        $"{reason}. Somebody of the organization has to sign in to the App, which keeps {installation} anew",
        PitchlyServerErrorNames.NoStatus);

    public static PitchlyException Busy(PitchlyInstallation installation) => Of(
        PitchlyServerErrorNames.RefreshBusy,
        $"Another node is refreshing the token of {installation}, and has not finished in time. Try again",
        code: 0);

    public static PitchlyException Overtaken(PitchlyInstallation installation) => Of(
        PitchlyServerErrorNames.RefreshBusy,
        $"This node stalled while it refreshed the token of {installation}, or another has written it meanwhile. Try again",
        code: 0);

    public static PitchlyException Uncertain(PitchlyInstallation installation, TimeSpan lease) => Of(
        PitchlyServerErrorNames.RefreshUncertain,
        $"A refresh of {installation} was begun, and what came of it is not known. Its token is not spent again before {lease} have passed",
        code: 0);

    public static PitchlyException NotInTime(PitchlyInstallation installation) => Of(
        PitchlyServerErrorNames.RefreshBusy, $"The token of {installation} did not come in time. Its renewal goes on; try again", code: 0);

    private static PitchlyException Of(string name, string reason, int code) => new(new PitchlyError(name, reason, code));
}
