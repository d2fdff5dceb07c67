namespace Pitchly.Channels;

/// <summary>A type of message. For a cached event, it also tracks the waiting values, because only the newest one is needed.</summary>
internal sealed class MessageType(string name, byte[] utf8, bool isCached)
{
    /// <summary>
    /// The maximum size of a stored message without a payload. A longer one contains white space, and is parsed each time.
    /// </summary>
    private const int MaximumEmptyBytes = 256;

    private readonly object _gate = new();
    private byte[] _empty = [];
    private int _waiting;
    private ReadOnlyMemory<byte>? _newer;

    public string Name => name;

    /// <summary>Gets the name in UTF-8.</summary>
    public ReadOnlySpan<byte> Utf8 => utf8;

    /// <summary>Gets a value indicating whether the last value is cached.</summary>
    public bool IsCached => isCached;

    /// <summary>
    /// Returns a value indicating whether a message has the same bytes as the last message of this type without a payload.
    /// </summary>
    public bool IsEmptyMessage(ReadOnlySpan<byte> message) => _empty.Length > 0 && message.SequenceEqual(_empty);

    /// <summary>Stores a message without a payload, so that the next message with the same bytes need not be parsed.</summary>
    public void KeepEmptyMessage(ReadOnlySpan<byte> message)
    {
        if (message.Length <= MaximumEmptyBytes)
        {
            _empty = message.ToArray();
        }
    }

    /// <summary>Adds a waiting value. If the queue is full, it replaces the last waiting value of this type, if there is one.</summary>
    /// <returns>
    /// <see langword="true"/> if the value needs its own item in the queue; <see langword="false"/> if it replaced another value.
    /// </returns>
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

    /// <summary>
    /// Returns the value for the next item in the queue: a newer one if it replaced this one. A value that arrives later gets its own item.
    /// </summary>
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
