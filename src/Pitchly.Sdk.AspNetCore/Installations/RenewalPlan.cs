using Pitchly.AspNetCore.Wire;

namespace Pitchly.AspNetCore.Installations;

/// <summary>A step to get a token.</summary>
internal enum RenewalStep
{
    /// <summary>Use the stored token.</summary>
    UseStored,

    /// <summary>Use the refresh token.</summary>
    Refresh,

    /// <summary>Request a token with the App's own credentials.</summary>
    RequestAsApp,

    /// <summary>Wait for the node that has started a refresh.</summary>
    Wait,

    /// <summary>Require a sign-in.</summary>
    SignIn,
}

/// <summary>
/// Selects the next step to get a token. A refresh token that may already have been used is not sent again while there is another way,
/// because a second use would revoke the whole token family (RFC 9700, section 4.14.2).
/// </summary>
internal static class RenewalPlan
{
    /// <summary>
    /// After this time, the refresh token of an unfinished attempt is used again, even if there is another way to get a token.
    /// </summary>
    public static readonly TimeSpan StallLimit = TimeSpan.FromMinutes(10);

    /// <summary>Returns the next step. Only the holder of the lock calls this method.</summary>
    /// <param name="stored">The stored installation.</param>
    /// <param name="isValid">Whether the stored access token can be used.</param>
    /// <param name="isDue">Whether the access token should be renewed.</param>
    /// <param name="options">The server's options.</param>
    public static RenewalStep Of(StoredInstallation stored, bool isValid, bool isDue, PitchlyServerOptions options)
    {
        if (isValid && !isDue)
        {
            return RenewalStep.UseStored;
        }

        if (stored.State.Status == StoredStatus.SignInNeeded)
        {
            return RenewalStep.SignIn;
        }

        if (!stored.HasRefreshToken)
        {
            return options.RecoverAsApp ? RenewalStep.RequestAsApp : RenewalStep.SignIn;
        }

        return stored.State.Attempt is { } attempt
            ? OfUncertain(stored.Clock.Now - attempt.At, isValid, options)
            : RenewalStep.Refresh;
    }

    private static RenewalStep OfUncertain(TimeSpan age, bool isValid, PitchlyServerOptions options) =>
        age >= StallLimit ? RenewalStep.Refresh
        : isValid ? RenewalStep.UseStored
        : options.RecoverAsApp ? RenewalStep.RequestAsApp
        : age >= options.LockLease ? RenewalStep.Refresh
        : RenewalStep.Wait;
}
