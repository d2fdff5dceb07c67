namespace Pitchly.Channels;

/// <summary>Carries messages between an App and the platform, each a JSON object in UTF-8.</summary>
public interface IPitchlyTransport : IAsyncDisposable
{
    /// <summary>Gets who is at the other end, for messages: an address, for example.</summary>
    string Peer => "the other side";

    /// <summary>Gets whether the other side waits while nobody receives, so that messages need not be dropped.</summary>
    bool CanWait => false;

    /// <summary>
    /// Called when the other side gave no reply in time. A transport that can be dead without knowing it ends here if it heard nothing for
    /// so long.
    /// </summary>
    /// <param name="silence">How long the reply was waited for.</param>
    void OnSilence(TimeSpan silence)
    {
    }

    /// <summary>Sends a message. It is called by one caller at a time.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="IOException">The connection is gone.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Waits for the next message; <see langword="null"/> once the other side has closed.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>The message, which belongs to the caller.</returns>
    /// <exception cref="IOException">The connection is gone.</exception>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken);
}

/// <summary>Opens a transport: at the start, and again after each loss.</summary>
/// <param name="cancellationToken">A token to cancel the wait.</param>
/// <exception cref="IOException">The other side can't be reached.</exception>
public delegate ValueTask<IPitchlyTransport> PitchlyTransportFactory(CancellationToken cancellationToken);
