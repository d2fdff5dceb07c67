namespace Pitchly.Channels;

/// <summary>
/// Callbacks of a schema that can be run by the name of a message, independently of the transport. The generator implements these members
/// in the generated callback interface, so a class that implements the callback interface has nothing to add.
/// </summary>
/// <typeparam name="TSelf">The callback interface.</typeparam>
public interface IPitchlyCallbacks<TSelf>
    where TSelf : class, IPitchlyCallbacks<TSelf>
{
    /// <summary>Reads a message and runs its callback.</summary>
    /// <param name="name">The name of the message.</param>
    /// <param name="utf8Json">The payload as JSON; empty if there is none.</param>
    /// <param name="callbacks">The callbacks to run.</param>
    /// <param name="cancellationToken">A token to cancel the callback.</param>
    /// <returns>
    /// <see langword="true"/> if the schema contains the name; otherwise, <see langword="false"/>, and the payload was not read.
    /// </returns>
    /// <exception cref="System.Text.Json.JsonException">The payload does not match the schema.</exception>
    static abstract ValueTask<bool> ReceiveAsync(
        string name, ReadOnlyMemory<byte> utf8Json, TSelf callbacks, CancellationToken cancellationToken);

    /// <summary>
    /// Gets how senders sign callbacks over HTTP, as the schema declares it; <see langword="null"/> if the schema does not declare it.
    /// </summary>
    static virtual CallbackSignature? Signature => null;

    /// <summary>Gets the names of the members of messages. They are Pitchly's unless the schema declares others.</summary>
    static virtual MessageEnvelope Envelope => MessageEnvelope.Default;
}
