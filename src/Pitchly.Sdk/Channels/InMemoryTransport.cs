using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Pitchly.Channels;

/// <summary>A transport within one process, for tests and for hosts that embed an App.</summary>
public sealed class InMemoryTransport : IPitchlyTransport
{
    private readonly ChannelReader<ReadOnlyMemory<byte>> _incoming;
    private readonly ChannelWriter<ReadOnlyMemory<byte>> _outgoing;

    private InMemoryTransport(ChannelReader<ReadOnlyMemory<byte>> incoming, ChannelWriter<ReadOnlyMemory<byte>> outgoing) =>
        (_incoming, _outgoing) = (incoming, outgoing);

    /// <summary>Creates the two ends of a connection.</summary>
    public static (InMemoryTransport App, InMemoryTransport Platform) CreatePair()
    {
        var options = new UnboundedChannelOptions { SingleReader = true };
        var toApp = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(options);
        var toPlatform = Channel.CreateUnbounded<ReadOnlyMemory<byte>>(options);
        return (new InMemoryTransport(toApp.Reader, toPlatform.Writer), new InMemoryTransport(toPlatform.Reader, toApp.Writer));
    }

    /// <inheritdoc/>
    public string Peer => "the other end of the in-memory transport";

    /// <inheritdoc/>
    public ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _outgoing.TryWrite(message.ToArray())
            ? default
            : throw new IOException("The other end of the in-memory transport is closed.");
    }

    /// <inheritdoc/>
    public ValueTask<ReadOnlyMemory<byte>?> ReceiveAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _incoming.TryRead(out var message) ? new ValueTask<ReadOnlyMemory<byte>?>(message) : WaitAsync(cancellationToken);
    }

    /// <summary>Closes this end. The other end receives the messages that were sent before, and then the end of the connection.</summary>
    public ValueTask DisposeAsync()
    {
        _outgoing.TryComplete();
        return default;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ReadOnlyMemory<byte>?> WaitAsync(CancellationToken cancellationToken)
    {
        while (await _incoming.WaitToReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_incoming.TryRead(out var message))
            {
                return message;
            }
        }

        return null;
    }
}
