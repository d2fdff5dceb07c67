using System.Text;
using System.Text.Unicode;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Limits the reason of a WebSocket close, which may contain text of the client.</summary>
internal static class CloseReason
{
    /// <summary>The payload of a control frame without the two bytes of the status code (RFC 6455, sections 5.5 and 5.5.1).</summary>
    private const int MaximumBytes = 123;

    /// <summary>Returns the beginning of a reason that fits into a close frame, without splitting a character.</summary>
    public static string Of(string reason)
    {
        Span<byte> bytes = stackalloc byte[MaximumBytes];
        Utf8.FromUtf16(reason, bytes, out _, out var written);
        return Encoding.UTF8.GetString(bytes[..written]);
    }
}
