using System.Net.WebSockets;
using System.Text;
using System.Threading.Channels;

namespace Pitchly.Emulator.Channel;

/// <summary>Sends messages to a peer, one after the other. A peer that does not read is cut off when too much waits for it.</summary>
internal sealed class Outbox(WebSocket socket, ILogger logger)
{
    /// <summary>In bytes, beside what the operating system keeps.</summary>
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
                logger.LogWarning("A peer was cut off: it does not read, and more than {Bytes} bytes wait for it.", MaximumWaiting);
            }

            socket.Abort();
            return;
        }

        if (_waiting.Writer.TryWrite(bytes))
        {
            Interlocked.Add(ref _bytes, bytes.Length);
        }
    }

    /// <summary>Sends until it is cancelled or completed.</summary>
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
