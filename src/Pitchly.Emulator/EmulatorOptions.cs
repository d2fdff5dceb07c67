namespace Pitchly.Emulator;

/// <summary>Options of the emulator.</summary>
public sealed class EmulatorOptions
{
    /// <summary>Gets or sets the port. The default is 0, which selects a free port.</summary>
    public int Port { get; set; }

    /// <summary>
    /// Gets or sets the address to listen on. The default is the loopback address. With any other address the emulator is open to the
    /// network, and it issues tokens to any caller. Use that only in a container or a private network, and list the host names in
    /// <see cref="AllowedHosts"/>.
    /// </summary>
    public System.Net.IPAddress Address { get; set; } = System.Net.IPAddress.Loopback;

    /// <summary>
    /// Gets or sets additional host names that requests may use, such as the name of a container. The names of this machine are always
    /// allowed. Callers on other machines are accepted if they can reach the emulator under one of these names.
    /// </summary>
    public IReadOnlyList<string> AllowedHosts { get; set; } = [];

    /// <summary>
    /// Gets or sets the path of the SQLite file that stores all state. Only its owner can access the file. If not set, the state is kept in
    /// memory.
    /// </summary>
    public string? DatabasePath { get; set; }

    /// <summary>Gets or sets a value indicating whether to discard the saved state of the data file.</summary>
    public bool StartAnew { get; set; }

    /// <summary>Gets or sets the content of the platform. The default is one organization with two databases, and one App.</summary>
    public PlatformOptions? Platform { get; set; }

    /// <summary>
    /// Gets or sets the redirect URIs of the App that is created if <see cref="Platform"/> is not set. The first one is used if a request
    /// names none.
    /// </summary>
    public IReadOnlyList<Uri> RedirectUris { get; set; } = [new("http://localhost:5000/signin-pitchly")];

    /// <summary>
    /// Gets or sets the response of the signed-in person when an App requests approval. The default is <see cref="UserConsent.Approve"/>.
    /// </summary>
    public UserConsent Consent { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether an App may authenticate with Basic authentication (RFC 6749, section 2.3.1). The default is
    /// <see langword="true"/>. Whether Pitchly accepts it is not public; Pitchly's own clients send the secret in the body.
    /// </summary>
    public bool AllowBasicAuthentication { get; set; } = true;

    /// <summary>Gets or sets the lifetime of an OAuth access token. The default is one hour, which Pitchly describes as typical.</summary>
    public TimeSpan AccessTokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>Gets or sets the faults that are injected at startup.</summary>
    public IReadOnlyList<Fault> Faults { get; set; } = [];

    /// <summary>Gets or sets the logging configuration. If not set, nothing is logged.</summary>
    public Action<ILoggingBuilder>? Logging { get; set; }

    /// <summary>Gets or sets the clock that determines when tokens expire. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}

/// <summary>The response of a person when an App requests approval.</summary>
public enum UserConsent
{
    /// <summary>The person approves, and no page is shown.</summary>
    Approve,

    /// <summary>The person denies, and no page is shown.</summary>
    Deny,

    /// <summary>A page is shown until the person has approved.</summary>
    Ask,
}
