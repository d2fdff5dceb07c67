using Pitchly.Channels;

namespace Pitchly;

/// <summary>Somebody's wish for a new token.</summary>
internal sealed class TokenWish
{
    public TaskCompletionSource<ConnectResponse> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Gets or sets the turn of a callback that waits for it; while that runs, its own OnConnect can't wait for its turn.
    /// </summary>
    public Turn? Turn { get; set; }
}
