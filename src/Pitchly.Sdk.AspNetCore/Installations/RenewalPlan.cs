using Pitchly.AspNetCore.Wire;

namespace Pitchly.AspNetCore.Installations;

/// <summary>What to do for a token.</summary>
internal enum RenewalStep
{
    /// <summary>Use the one that is stored.</summary>
    UseStored,

    /// <summary>Spend the refresh token.</summary>
    Refresh,

    /// <summary>Ask for a token of the App's own.</summary>
    AskAsApp,

    /// <summary>Wait for the node that has begun a refresh.</summary>
    Wait,

    /// <summary>Have somebody sign in.</summary>
    SignIn,
}

/// <summary>
/// Decides what to do for a token. The one idea: a refresh token of which it is not known whether it is spent is not sent again while there
/// is another way, since its second use would end the whole family (RFC 9700, section 4.14.2).
/// </summary>
internal static class RenewalPlan
{
    /// <summary>After this, whoever has begun a refresh is not waited for any more, even if there are other tokens.</summary>
    public static readonly TimeSpan StallLimit = TimeSpan.FromMinutes(10);

    /// <summary>Returns the next step. It is asked by the holder of the lock alone.</summary>
    /// <param name="stored">What the store holds.</param>
    /// <param name="isGood">Whether its access token can be used.</param>
    /// <param name="isDue">Whether it is time to renew it.</param>
    /// <param name="options">What the App may do.</param>
    public static RenewalStep Of(StoredInstallation stored, bool isGood, bool isDue, PitchlyServerOptions options)
    {
        if (isGood && !isDue)
        {
            return RenewalStep.UseStored;
        }

        if (stored.Kept.Status == KeptStatus.SignInNeeded)
        {
            return RenewalStep.SignIn;
        }

        if (!stored.HasRefreshToken)
        {
            return options.RecoverAsApp ? RenewalStep.AskAsApp : RenewalStep.SignIn;
        }

        return stored.Kept.Attempt is { } attempt
            ? OfUncertain(stored.Clock.Now - attempt.At, isGood, options)
            : RenewalStep.Refresh;
    }

    private static RenewalStep OfUncertain(TimeSpan age, bool isGood, PitchlyServerOptions options) =>
        age >= StallLimit ? RenewalStep.Refresh
        : isGood ? RenewalStep.UseStored
        : options.RecoverAsApp ? RenewalStep.AskAsApp
        : age >= options.LockLease ? RenewalStep.Refresh
        : RenewalStep.Wait;
}
