namespace Pitchly.Emulator;

/// <summary>How the emulator starts.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Gets or sets the port; 0 for one that is free.</summary>
    public int Port { get; set; }

    /// <summary>Gets or sets the address to listen at; the loopback address if not set. At any other the emulator is open to the network:
    /// it hands tokens to whoever asks, so do that in a container or a network of your own alone, and name the hosts in <see
    /// cref="AllowedHosts"/>.</summary>
    public System.Net.IPAddress Address { get; set; } = System.Net.IPAddress.Loopback;

    /// <summary>Gets or sets the hosts by whose names it may be called, beside those of this machine, such as a container's. Whoever can
    /// reach the emulator by one of them is let in from other machines too.</summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>Gets or sets the SQLite file that keeps everything, made for its owner alone; in memory if not set.</summary>
    public string? DatabasePath { get; set; }

    /// <summary>Gets or sets a value indicating whether to forget what the file has kept.</summary>
    public bool StartAnew { get; set; }

    /// <summary>Gets or sets what stands on the platform; one organization with two databases, and one App, if not set.</summary>
    public PlatformOptions? Platform { get; set; }

    /// <summary>Gets or sets the redirect URIs of the App that is there without a <see cref="Platform"/>; the first is taken where a
    /// request names none.</summary>
    public IReadOnlyList<Uri> RedirectUris { get; set; } = [new("http://localhost:5000/signin-pitchly")];

    /// <summary>Gets or sets what the signed-in person says when an App asks for approval.</summary>
    public UserConsent Consent { get; set; }

    /// <summary>Gets or sets a value indicating whether an App may prove itself by Basic authentication (RFC 6749, section 2.3.1). Whether
    /// Pitchly takes it is not public;
    /// its own clients send their secret in the body.</summary>
    public bool AllowBasicAuthentication { get; set; } = true;

    /// <summary>Gets or sets how long an access token of OAuth lives; an hour, which Pitchly calls typical, if not set.</summary>
    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets faults that wait from the start.</summary>
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>Gets or sets where it logs; nowhere if not set.</summary>
    public Action<ILoggingBuilder>? Logging { get; set; }

    /// <summary>Gets or sets the clock by which tokens expire.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}

/// <summary>What a person says when an App asks for approval.</summary>
public enum UserConsent
{
    /// <summary>Yes, with no page shown.</summary>
    Approve,

    /// <summary>No, with no page shown.</summary>
    Deny,

    /// <summary>A page asks, until the person has approved.</summary>
    Ask,
}
