using Pitchly.Channels;

namespace Pitchly.Plugins;

/// <summary>How a plugin connects to the page of Pitchly's second platform.</summary>
public sealed class PitchlyPluginOptions : PitchlyChannelOptions
{
    /// <summary>Gets or sets what opens the transport, for example BrowserTransports.PostMessage of Pitchly.Sdk.Browser.</summary>
    public PitchlyTransportFactory? Transport { get; set; }

    /// <summary>Gets or sets who is signed in to the App; if not set, the first person that the platform tells of.</summary>
    public PersonId? SignedIn { get; set; }

    /// <summary>
    /// Gets or sets what signs the user out of the App, and sends them through OAuth again. It runs once, when the platform tells of
    /// another person.
    /// </summary>
    public Func<PersonId, CancellationToken, ValueTask>? OnSessionEnded { get; set; }

    internal override void Validate()
    {
        base.Validate();
        if (Transport is null)
        {
            throw new ArgumentException(
                $"Set {nameof(Transport)}: a plugin in a browser takes BrowserTransports.PostMessage, a test InMemoryTransport.");
        }
    }
}
