namespace Pitchly.AspNetCore;

/// <summary>The App that a server is, and how it refreshes its tokens.</summary>
public sealed class PitchlyServerOptions
{
    /// <summary>The section of the configuration that is read by default.</summary>
    public const string Section = "Pitchly";

    /// <summary>Gets or sets the App ID.</summary>
    public AppId AppId { get; set; }

    /// <summary>Gets or sets the App Secret. Keep it in user secrets, the environment, a file or a vault; never in code.</summary>
    public PitchlySecret? AppSecret { get; set; }

    /// <summary>Gets or sets the origin of Pitchly's OAuth endpoints.</summary>
    public Uri? Origin { get; set; }

    /// <summary>Gets or sets the origin of Pitchly's API; <see cref="Origin"/> if not set.</summary>
    public Uri? ApiOrigin { get; set; }

    /// <summary>
    /// Gets or sets whether the App asks for tokens of its own, by its App Secret, while a refresh token is lost. Whether an App may is in
    /// its registration. <see langword="true"/> by default.
    /// </summary>
    public bool RecoverAsApp { get; set; } = true;

    /// <summary>Gets or sets the longest time that a request to the token endpoint may take. 20 seconds by default.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Gets or sets how long a lock outlives a node that gives no sign of life: at least twice <see cref="RequestTimeout"/>, so that no
    /// other node begins while a request may still be answered. One minute by default.
    /// </summary>
    public TimeSpan LockLease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long a caller without a good token waits for it. 30 seconds by default.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Gets or sets the time between tries while Pitchly or the store can't be reached. 5 seconds, as the guide says.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    internal Uri? ApiAddress => ApiOrigin ?? Origin;
}
