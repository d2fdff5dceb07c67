using System.Threading.Channels;

namespace Pitchly.Channels;

/// <summary>Runs callbacks one at a time, in the order in which they came. One that throws is reported, and stops nothing.</summary>
internal sealed class CallbackQueue : IAsyncDisposable
{
    private readonly Channel<Work> _work = Channel.CreateUnbounded<Work>(new UnboundedChannelOptions { SingleReader = true });
    private readonly AsyncLocal<Turn?> _turn = new();
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Func<string, Exception, CancellationToken, ValueTask> _report;
    private readonly Task _run;

    /// <param name="report">Hears of each callback that threw; it must not throw itself.</param>
    public CallbackQueue(Func<string, Exception, CancellationToken, ValueTask> report)
    {
        _report = report;
        _run = Task.Run(RunAsync);
    }

    /// <summary>Whether the caller runs within a callback, and so would wait for itself if it waited for the next.</summary>
    public bool IsInCallback => _turn.Value is { IsOver: false };

    /// <summary>Lets a callback run when its turn comes.</summary>
    /// <returns>A task that ends after it, whether it threw or not; cancelled if the queue ends before.</returns>
    public Task Enqueue(string name, Func<CancellationToken, ValueTask> callback)
    {
        var work = new Work(name, callback);
        if (!_work.Writer.TryWrite(work))
        {
            work.Done.TrySetCanceled(_lifetime.Token);
        }

        return work.Done.Task;
    }

    /// <summary>Runs a callback at once, for one that a callback waits for.</summary>
    public async Task RunNowAsync(string name, Func<CancellationToken, ValueTask> callback)
    {
        var work = new Work(name, callback);
        await RunAsync(work).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        _work.Writer.TryComplete();
        await _lifetime.CancelAsync().ConfigureAwait(false);
        if (!IsInCallback)
        {
            await _run.ConfigureAwait(false);
        }
    }

    private async Task RunAsync()
    {
        await foreach (var work in _work.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            if (_lifetime.IsCancellationRequested)
            {
                work.Done.TrySetCanceled(_lifetime.Token);
            }
            else
            {
                await RunAsync(work).ConfigureAwait(false);
            }
        }
    }

    private async Task RunAsync(Work work)
    {
        var turn = new Turn();
        _turn.Value = turn;
        try
        {
            await work.Callback(_lifetime.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_lifetime.IsCancellationRequested)
        {
            // The client is being disposed of; the callback heard of it, and left.
        }
        catch (Exception error)
        {
            await _report(work.Name, error, _lifetime.Token).ConfigureAwait(false);
        }
        finally
        {
            turn.IsOver = true;
            work.Done.TrySetResult();
        }
    }

    private sealed record Work(string Name, Func<CancellationToken, ValueTask> Callback)
    {
        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Turn
    {
        public volatile bool IsOver;
    }
}
