using Pitchly.Channels;

namespace Pitchly.AspNetCore;

/// <summary>Options of an endpoint for callbacks.</summary>
public sealed class PitchlyCallbackOptions
{
    /// <summary>The default of <see cref="MaximumBodyBytes"/>: 1 MiB.</summary>
    public const int DefaultMaximumBodyBytes = 1024 * 1024;

    /// <summary>Gets or sets the maximum size of a request body in bytes. The default is 1 MiB.</summary>
    public int MaximumBodyBytes { get; set; } = DefaultMaximumBodyBytes;

    /// <summary>
    /// Gets or sets the form of the senders' signatures. The default is the form that the schema defines, or Standard Webhooks if it
    /// defines none.
    /// </summary>
    public CallbackSignature Signature { get; set; } = CallbackSignature.StandardWebhooks;

    /// <summary>
    /// Gets or sets a function that returns the secrets of the senders. It is called for each request, so that secrets can change, and may
    /// return several while one is being replaced. By default the secrets are read from the configuration:
    /// <c>Pitchly:Callbacks:IDealsCallbacks:Secret</c> or <c>…:SecretFile</c>, for the interface <c>IDealsCallbacks</c>.
    /// </summary>
    public Func<IServiceProvider, IEnumerable<PitchlySecret>>? Secrets { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether unsigned requests are accepted. If they are, anyone who knows the address can run the
    /// callbacks, so the caller must be authenticated by other means. The default is <see langword="false"/>.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>
    /// Gets or sets the maximum difference between the time of a signature and the current time. Requests outside this window are refused
    /// as replayed. The default is the tolerance of the signature. It can't be set if signatures have no timestamp.
    /// </summary>
    public TimeSpan? ReplayWindow { get; set; }
}
