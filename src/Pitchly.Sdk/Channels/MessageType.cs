namespace Pitchly.Channels;

/// <summary>A type of message. Of an event whose last value is kept, it knows what waits: there, only the newest value counts.</summary>
internal sealed class MessageType(string name, byte[] utf8, bool isCached)
{
    /// <summary>Longer messages that carry nothing have white space within, and are read each time.</summary>
    private const int MaximumEmptyBytes = 256;

    private readonly object _gate = new();
    private byte[] _empty = [];
    private int _waiting;
    private ReadOnlyMemory<byte>? _newer;

    public string Name => name;

    /// <summary>Gets the name in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>Gets whether the last value is kept.</summary>
    public bool IsCached => isCached;

    /// <summary>Returns whether a message is the same bytes as the last one of this type that carried nothing.</summary>
    public bool IsEmptyMessage(ReadOnlySpan<byte> message) => _empty.Length > 0 && message.SequenceEqual(_empty);

    /// <summary>Keeps a message that carries nothing, so that the next such one need not be read.</summary>
    public void KeepEmptyMessage(ReadOnlySpan<byte> message)
    {
        if (message.Length <= MaximumEmptyBytes)
        {
            _empty = message.ToArray();
        }
    }

    /// <summary>Lets one more value wait. If there is no room, it takes the place of the last one that waits.</summary>
    /// <returns>Whether it waits for itself.</returns>
    public bool WaitWith(ReadOnlyMemory<byte> data, bool isFull)
    {
        lock (_gate)
        {
            if (isFull && _waiting > 0)
            {
                _newer = data;
                return false;
            }

            _waiting++;
            return true;
        }
    }

    /// <summary>Returns the value whose turn it is. From here on, a newer one waits for itself.</summary>
    public ReadOnlyMemory<byte> Take(ReadOnlyMemory<byte> data)
    {
        lock (_gate)
        {
            if (--_waiting > 0 || _newer is not { } newer)
            {
                return data;
            }

            _newer = null;
            return newer;
        }
    }
}
