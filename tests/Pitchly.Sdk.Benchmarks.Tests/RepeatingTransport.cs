using Pitchly.Channels;

namespace Pitchly.Sdk.Benchmarks.Tests;

/// <summary>A transport that returns the same message from the same buffer, so that it allocates nothing itself.</summary>
internal sealed class RepeatingTransport(byte[] message) : IPitchlyTransport
{
    private const int WarmUp = 20_000, Messages = 100_000;

    private readonly SemaphoreSlim _more = new(0);
    private readonly SemaphoreSlim _heard = new(0);
    private int _toReceive;
    private int _toHear;

    public bool CanWait => true;

    /// <summary>Counts a message. Each callback calls this method.</summary>
    public ValueTask HearAsync()
    {
        if (--_toHear == 0)
        {
            _heard.Release();
        }

        return default;
    }

    public async Task<double> BytesPerMessageAsync()
    {
        await BringAsync(WarmUp);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await BringAsync(Messages);
        return (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)Messages;
    }

    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken) => default;

    public ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken) =>
        _toReceive-- > 0 ? new ValueTask<ReadOnlyMemory<byte>?>(message) : WaitAsync(cancellationToken);

    public ValueTask DisposeAsync() => default;

    private async Task BringAsync(int messages)
    {
        (_toReceive, _toHear) = (messages, messages);
        _more.Release();
        await _heard.WaitAsync(TestContext.Current.CancellationToken);
    }

    private async ValueTask<ReadOnlyMemory<byte>?> WaitAsync(CancellationToken cancellationToken)
    {
        await _more.WaitAsync(cancellationToken);
        _toReceive--;
        return message;
    }
}
