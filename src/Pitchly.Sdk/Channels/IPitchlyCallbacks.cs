namespace Pitchly.Channels;

/// <summary>
/// Callbacks of a schema that can be run by the name of what came, whatever carried it. The generator implements it in the interface of the
/// callbacks itself; a class that implements those has nothing to add.
/// </summary>
/// <typeparam name="TSelf">The interface of the callbacks.</typeparam>
public interface IPitchlyCallbacks<TSelf>
    where TSelf : class, IPitchlyCallbacks<TSelf>
{
    /// <summary>Reads what came, and runs its callback.</summary>
    /// <param name="name">The name of what came.</param>
    /// <param name="utf8Json">What it brings, as JSON; empty if nothing.</param>
    /// <param name="callbacks">The callbacks to run.</param>
    /// <param name="cancellationToken">A token to cancel the callback.</param>
    /// <returns>true if the schema knows the name; otherwise, false, and nothing was read.</returns>
    /// <exception cref="System.Text.Json.JsonException">It is not what the schema says.</exception>
    static abstract ValueTask<bool> ReceiveAsync(
        string name, ReadOnlyMemory<byte> utf8Json, TSelf callbacks, CancellationToken cancellationToken);

    /// <summary>
    /// Gets how senders sign what comes over HTTP, as the schema declares it; <see langword="null"/> if it does not.
    /// </summary>
    static virtual CallbackSignature? Signature => null;

    /// <summary>Gets the names of the members of messages, which are Pitchly's unless the schema gives others.</summary>
    static virtual MessageEnvelope Envelope => MessageEnvelope.Default;
}
