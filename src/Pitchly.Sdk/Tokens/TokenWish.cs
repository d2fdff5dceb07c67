namespace Pitchly;

/// <summary>Somebody's wish for a new token.</summary>
internal sealed class TokenWish
{
    public TaskCompletionSource<ConnectResponse> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>A callback waits for it, so that its own OnConnect can't wait for its turn.</summary>
    public bool IsWithinCallback { get; set; }
}
