using Pitchly.AspNetCore.Installations;
using Pitchly.AspNetCore.Wire;

namespace Pitchly.AspNetCore.Tests.Installations;

/// <summary>Tests which step the holder of the lock takes for each stored state.</summary>
public sealed class RenewalPlanTests
{
    private static readonly DateTimeOffset _now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData("signed-in", true, null, true, false, true, RenewalStep.UseStored)]
    [InlineData("signed-in", true, null, true, true, true, RenewalStep.Refresh)]
    [InlineData("signed-in", true, null, false, true, false, RenewalStep.Refresh)]
    [InlineData("signed-in", true, 1, true, true, true, RenewalStep.UseStored)]
    [InlineData("signed-in", true, 1, false, true, true, RenewalStep.RequestAsApp)]
    [InlineData("signed-in", true, 1, false, true, false, RenewalStep.Wait)]
    [InlineData("signed-in", true, 60, false, true, false, RenewalStep.Refresh)]
    [InlineData("signed-in", true, 60, false, true, true, RenewalStep.RequestAsApp)]
    [InlineData("signed-in", true, 600, true, true, true, RenewalStep.Refresh)]
    [InlineData("app-only", false, null, true, true, true, RenewalStep.RequestAsApp)]
    [InlineData("app-only", false, null, false, true, false, RenewalStep.SignIn)]
    [InlineData("sign-in-needed", false, null, false, true, true, RenewalStep.SignIn)]
    public void Next_step_depends_on_the_stored_state(
        string status, bool hasRefreshToken, int? attemptSecondsAgo, bool isGood, bool isDue, bool recoverAsApp, object step)
    {
        var state = new InstallationState
        {
            AppId = new AppId("a"),
            OrganizationId = new OrganizationId("o"),
            Status = new StoredStatus(status),
            IssuedAt = _now,
            ExpiresAt = _now,
            Tokens = "",
            Attempt = attemptSecondsAgo is { } ago ? new RefreshAttempt { Id = "1", At = _now - TimeSpan.FromSeconds(ago) } : null,
        };
        var access = new PitchlySecret(Guid.NewGuid().ToString());
        var tokens = new TokenPair { Access = access, Refresh = hasRefreshToken ? access : null };
        var stored = new StoredInstallation(
            new PitchlyInstallation(state.AppId, state.OrganizationId), state, tokens, 1, new StoreClock(TimeProvider.System, _now));

        Assert.Equal(step, RenewalPlan.Of(stored, isGood, isDue, new PitchlyServerOptions { RecoverAsApp = recoverAsApp }));
    }
}
