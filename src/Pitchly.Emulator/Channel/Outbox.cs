using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Pitchly.Emulator.Channel;

/// <summary>Sends messages to a peer sequentially. A peer that does not read is disconnected when its queue is too large.</summary>
internal sealed class Outbox(WebSocket socket, ILogger logger)
{
    /// <summary>The size limit of the queue in bytes. It does not include the operating system's buffers.</summary>
    public const int MaximumWaiting = 4 * 1024 * 1024;

    private readonly Channel<byte[]> _waiting = System.Threading.Channels.Channel.CreateUnbounded<byte[]>();
    private int _bytes;

    public void Send(string message)
    {
        var bytes = Encoding.UTF8.GetBytes(message);
        if (Volatile.Read(ref _bytes) > MaximumWaiting)
        {
            if (_waiting.Writer.TryComplete())
            {
                logger.LogWarning("A client was disconnected, because it does not read: {Bytes} bytes are waiting.", MaximumWaiting);
            }

            socket.Abort();
            return;
        }

        if (_waiting.Writer.TryWrite(bytes))
        {
            Interlocked.Add(ref _bytes, bytes.Length);
        }
    }

    /// <summary>Sends messages until the token is canceled or the queue is completed.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await foreach (var message in _waiting.Reader.ReadAllAsync(cancellationToken))
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, cancellationToken);
            Interlocked.Add(ref _bytes, -message.Length);
        }
    }

    public void Complete() => _waiting.Writer.TryComplete();
}
