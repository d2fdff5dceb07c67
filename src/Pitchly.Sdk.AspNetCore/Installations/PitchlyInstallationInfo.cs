namespace Pitchly.AspNetCore;

/// <summary>An installation and the source of its tokens.</summary>
/// <param name="Installation">The installation.</param>
/// <param name="Status">The source of its tokens.</param>
public sealed record PitchlyInstallationInfo(PitchlyInstallation Installation, PitchlyInstallationStatus Status);

/// <summary>The source of an installation's tokens.</summary>
public enum PitchlyInstallationStatus
{
    /// <summary>The tokens come from the refresh token of a person who has signed in.</summary>
    SignedIn,

    /// <summary>
    /// The tokens come from the App's own credentials (RFC 6749, section 4.4), because there is no usable refresh token. The next sign-in
    /// provides a new one.
    /// </summary>
    AppOnly,

    /// <summary>No tokens are available until someone signs in.</summary>
    SignInNeeded,
}
