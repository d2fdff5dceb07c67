using Pitchly.Channels;

namespace Pitchly.AspNetCore;

/// <summary>What an endpoint of callbacks takes.</summary>
public sealed class PitchlyCallbackOptions
{
    /// <summary>1 MiB.</summary>
    public const int DefaultMaximumBodyBytes = 1024 * 1024;

    /// <summary>Gets or sets the size in bytes of the largest body that is read. 1 MiB by default.</summary>
    public int MaximumBodyBytes { get; set; } = DefaultMaximumBodyBytes;

    /// <summary>
    /// Gets or sets how senders sign. The schema's own form by default, or that of Standard Webhooks if the schema does not tell one.
    /// </summary>
    public CallbackSignature Signature { get; set; } = CallbackSignature.StandardWebhooks;

    /// <summary>
    /// Gets or sets what returns the secrets by which senders sign, asked for each request, so that they can change; several while one is
    /// being replaced. By default they are read from the configuration: <c>Pitchly:Callbacks:IDealsCallbacks:Secret</c>, or
    /// <c>…:SecretFile</c>, for the interface <c>IDealsCallbacks</c>.
    /// </summary>
    public Func<IServiceProvider, IEnumerable<PitchlySecret>>? Secrets { get; set; }

    /// <summary>
    /// Gets or sets whether requests are taken that nobody has signed. Then anybody who knows the address can run the callbacks, so let
    /// something else check who calls. <see langword="false"/> by default.
    /// </summary>
    public bool AllowUnsigned { get; set; }

    /// <summary>
    /// Gets or sets how old or how early a signed request may be: outside of it, it counts as replayed. The signature's own tolerance by
    /// default. It can't be set if senders don't tell when they signed.
    /// </summary>
    public TimeSpan? ReplayWindow { get; set; }
}
