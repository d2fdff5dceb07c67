namespace Pitchly.AspNetCore;

/// <summary>Options of a server's App, and of the renewal of its tokens.</summary>
public sealed class PitchlyServerOptions
{
    /// <summary>The name of the default configuration section.</summary>
    public const string Section = "Pitchly";

    /// <summary>Gets or sets the App ID.</summary>
    public AppId AppId { get; set; }

    /// <summary>Gets or sets the App Secret. Store it in user secrets, the environment, a file or a vault, never in code.</summary>
    public PitchlySecret? AppSecret { get; set; }

    /// <summary>Gets or sets the origin of Pitchly's OAuth endpoints.</summary>
    public Uri? Origin { get; set; }

    /// <summary>Gets or sets the origin of Pitchly's API. The default is <see cref="Origin"/>.</summary>
    public Uri? ApiOrigin { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the App requests tokens with its own credentials while it has no usable refresh token. The
    /// App's registration must allow this. The default is <see langword="true"/>.
    /// </summary>
    public bool RecoverAsApp { get; set; } = true;

    /// <summary>Gets or sets the maximum duration of a request to the token endpoint. The default is 20 seconds.</summary>
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Gets or sets how long a lock stays held if its node no longer responds. It must be at least twice <see cref="RequestTimeout"/>, so
    /// that no other node starts a refresh while the response to a request may still arrive. The default is one minute.
    /// </summary>
    public TimeSpan LockLease { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Gets or sets how long a caller waits for a token if there is no valid one. The default is 30 seconds.</summary>
    public TimeSpan Wait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Gets or sets the time between attempts while Pitchly or the store is unavailable. The default is 5 seconds, as in the guide.
    /// </summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(5);

    internal Uri? ApiAddress => ApiOrigin ?? Origin;
}
