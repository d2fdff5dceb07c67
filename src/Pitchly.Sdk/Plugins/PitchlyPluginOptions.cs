using Pitchly.Channels;

namespace Pitchly.Plugins;

/// <summary>The options for the connection of a plugin to the page of Pitchly's second platform.</summary>
public sealed class PitchlyPluginOptions : PitchlyChannelOptions
{
    /// <summary>
    /// Gets or sets the delegate that opens the transport, for example BrowserTransports.PostMessage of Pitchly.Sdk.Browser.
    /// </summary>
    public PitchlyTransportFactory? Transport { get; set; }

    /// <summary>
    /// Gets or sets the person who is signed in to the App. If not set, it is the first person that the platform reports.
    /// </summary>
    public PersonId? SignedIn { get; set; }

    /// <summary>
    /// Gets or sets the callback that signs the user out of the App and starts OAuth again. It runs once, when the platform reports another
    /// person.
    /// </summary>
    public Func<PersonId, CancellationToken, ValueTask>? OnSessionEnded { get; set; }

    internal override void Validate()
    {
        base.Validate();
        if (Transport is null)
        {
            throw new ArgumentException(
                $"Set {nameof(Transport)}. Use BrowserTransports.PostMessage for a plugin in a browser, or InMemoryTransport in a test.");
        }
    }
}
