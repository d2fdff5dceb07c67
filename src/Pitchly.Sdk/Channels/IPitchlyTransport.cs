namespace Pitchly.Channels;

/// <summary>A transport for messages between an App and the platform. Each message is a JSON object in UTF-8.</summary>
public interface IPitchlyTransport : IAsyncDisposable
{
    /// <summary>Gets the name of the other side for error messages and logs, such as its address.</summary>
    string Peer => "the other side";

    /// <summary>
    /// Gets a value indicating whether the other side waits while no message is received, so that messages need not be dropped. The default
    /// is <see langword="false"/>.
    /// </summary>
    bool CanWait => false;

    /// <summary>
    /// Called when the other side did not reply in time. A transport that can't detect a lost connection closes the connection in this
    /// method if it received nothing during this time.
    /// </summary>
    /// <param name="silence">The time that the caller waited for the reply.</param>
    void OnSilence(TimeSpan silence)
    {
    }

    /// <summary>Sends a message. Only one caller at a time calls this method.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <exception cref="IOException">The connection is closed.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken);

    /// <summary>Waits for the next message.</summary>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns>The message, which the caller owns; <see langword="null"/> after the other side has closed the connection.</returns>
    /// <exception cref="IOException">The connection is closed.</exception>
    ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken);
}

/// <summary>Opens a transport: once at the start, and again each time the connection is lost.</summary>
/// <param name="cancellationToken">A token to cancel the wait.</param>
/// <exception cref="IOException">The other side can't be reached.</exception>
public delegate ValueTask<IPitchlyTransport> PitchlyTransportFactory(CancellationToken cancellationToken);
