using Pitchly.Channels;

namespace Pitchly;

/// <summary>A caller's request to renew the token.</summary>
internal sealed class RenewalRequest
{
    public TaskCompletionSource<ConnectResponse> Response { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Gets or sets the turn of a callback that waits for the renewal. While this callback runs, OnConnect can't wait for its own turn.
    /// </summary>
    public Turn? Turn { get; set; }
}
