using System.Buffers;
using System.Net.WebSockets;
using System.Text;

namespace Pitchly.Emulator.Channel;

/// <summary>Receives complete messages of a limited size from a peer.</summary>
internal static class Inbox
{
    public const int MaximumMessageBytes = 1024 * 1024;

    /// <summary>
    /// Returns the next message, or <see langword="null"/> if the peer closes the connection or sends a message that is too large.
    /// </summary>
    public static async Task<string?> ReceiveAsync(WebSocket socket, CancellationToken cancellationToken)
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            var part = await socket.ReceiveAsync(message.GetMemory(), cancellationToken);
            message.Advance(part.Count);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (message.WrittenCount > MaximumMessageBytes)
            {
                var reason = $"A message is larger than {MaximumMessageBytes} bytes.";
                await socket.CloseAsync(WebSocketCloseStatus.MessageTooBig, reason, cancellationToken);
                return null;
            }

            if (part.EndOfMessage)
            {
                return Encoding.UTF8.GetString(message.WrittenSpan);
            }
        }
    }
}
