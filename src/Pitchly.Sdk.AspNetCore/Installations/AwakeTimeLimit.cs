namespace Pitchly.AspNetCore.Installations;

/// <summary>
/// Ends a wait after a time during which this process ran. A process that was stopped meanwhile finds the answer that came before its time
/// is over.
/// </summary>
internal sealed class AwakeTimeLimit : IDisposable
{
    /// <summary>A stop counts as one tick, however long it was.</summary>
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
                // The answer came at the last moment.
            }
        }
    }
}
