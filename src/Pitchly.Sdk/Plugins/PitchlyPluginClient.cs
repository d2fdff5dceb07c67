using Pitchly.Channels;

namespace Pitchly.Plugins;

public sealed partial class PitchlyPluginClient
{
    private readonly Func<PersonId, CancellationToken, ValueTask>? _onSessionEnded;
    private PersonId? _signedIn;

    private PitchlyPluginClient(PitchlyPluginOptions options, IPitchlyPluginCallbacks callbacks)
        : this(options.Transport!, callbacks, options) => (_onSessionEnded, _signedIn) = (options.OnSessionEnded, options.SignedIn);

    /// <summary>
    /// Gets a value indicating whether the platform reported another person than the one who is signed in to the App. From then on, all
    /// events are ignored, so that no user sees another user's data. In this case, Pitchly's own client (accounts-pitchly) logs out.
    /// </summary>
    public bool HasEnded => IgnoresEvents;

    /// <summary>Connects a plugin: opens the channel, and reports to the platform that the plugin is ready.</summary>
    /// <param name="options">The options of the connection.</param>
    /// <param name="callbacks">The callbacks to run for events.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    /// <exception cref="PitchlyException">The channel can't be opened.</exception>
    public static async ValueTask<PitchlyPluginClient> ConnectAsync(
        PitchlyPluginOptions options, IPitchlyPluginCallbacks callbacks, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(callbacks);
        options.Validate();
        var client = new PitchlyPluginClient(options, callbacks);
        await client.StartAsync(cancellationToken).ConfigureAwait(false);
        return client;
    }

    /// <inheritdoc/>
    protected override ValueTask HandshakeAsync(CancellationToken cancellationToken) => ReadyAsync(cancellationToken);

    partial void PersonReceived(PersonMessage value)
    {
        _signedIn ??= value.PersonId;
        if (_signedIn != value.PersonId)
        {
            IgnoresEvents = true;
            if (_onSessionEnded is { } onSessionEnded)
            {
                _ = CallbackQueue.Enqueue(
                    nameof(PitchlyPluginOptions.OnSessionEnded), cancellationToken => onSessionEnded(value.PersonId, cancellationToken));
            }
        }
    }
}
