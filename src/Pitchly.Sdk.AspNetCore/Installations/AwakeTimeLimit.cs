namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Cancels a wait after a time during which this process was running. If the process was suspended, it still receives a response that
/// arrived in the meantime.
/// </summary>
internal sealed class AwakeTimeLimit : IDisposable
{
    /// <summary>The number of ticks. A suspension counts as one tick, regardless of its duration.</summary>
    private const int Ticks = 20;

    private readonly CancellationTokenSource _over = new();
    private readonly Timer _timer;
    private int _left = Ticks;

    public AwakeTimeLimit(TimeSpan time) => _timer = new Timer(_ => Tick(), null, time / Ticks, time / Ticks);

    public CancellationToken Token => _over.Token;

    public void Dispose()
    {
        _timer.Dispose();
        _over.Dispose();
    }

    private void Tick()
    {
        if (Interlocked.Decrement(ref _left) == 0)
        {
            try
            {
                _over.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The response arrived at the last moment.
            }
        }
    }
}
