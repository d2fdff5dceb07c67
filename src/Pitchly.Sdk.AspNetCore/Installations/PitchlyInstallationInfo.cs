namespace Pitchly.AspNetCore;

/// <summary>An installation, and how it gets its tokens.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="Status">How it gets its tokens.</param>
public sealed record PitchlyInstallationInfo(PitchlyInstallation Installation, PitchlyInstallationStatus Status);

/// <summary>How an installation gets its tokens.</summary>
public enum PitchlyInstallationStatus
{
    /// <summary>By the refresh token of a person who has signed in.</summary>
    SignedIn,

    /// <summary>
    /// By the App's own credentials (RFC 6749, section 4.4), since the refresh token is lost. The next sign-in brings it back.
    /// </summary>
    AppOnly,

    /// <summary>Not at all, until somebody signs in.</summary>
    SignInNeeded,
}
