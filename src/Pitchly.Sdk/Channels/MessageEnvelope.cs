using System.Text;

namespace Pitchly.Channels;

/// <summary>
/// The names of the members of a message. Pitchly's are <c>{"type", "id"?, "data"?, "error"?}</c>. A schema for another platform declares
/// its names in <c>envelope</c>.
/// </summary>
public sealed class MessageEnvelope
{
    private readonly byte[] _type = "type"u8.ToArray();
    private readonly byte[] _data = "data"u8.ToArray();
    private readonly byte[] _id = "id"u8.ToArray();
    private readonly byte[] _error = "error"u8.ToArray();
    private readonly byte[] _sequence = [];

    /// <summary>Gets the envelope of Pitchly's own messages.</summary>
    public static MessageEnvelope Default { get; } = new() { NeedsType = true };

    /// <summary>Gets the name of the member that contains the name of the event, request or command. The default is <c>type</c>.</summary>
    public string Type
    {
        get => Encoding.UTF8.GetString(_type);
        init => _type = Utf8(value);
    }

    /// <summary>Gets the name of the member that contains the payload. The default is <c>data</c>.</summary>
    public string Data
    {
        get => Encoding.UTF8.GetString(_data);
        init => _data = Utf8(value);
    }

    /// <summary>Gets the name of the member that a request and its reply have in common. The default is <c>id</c>.</summary>
    public string Id
    {
        get => Encoding.UTF8.GetString(_id);
        init => _id = Utf8(value);
    }

    /// <summary>Gets the name of the member that contains the error of a refused request. The default is <c>error</c>.</summary>
    public string Error
    {
        get => Encoding.UTF8.GetString(_error);
        init => _error = Utf8(value);
    }

    /// <summary>
    /// Gets the name of the member that contains the message's sequence number. The default is <see langword="null"/>: messages are not
    /// numbered.
    /// </summary>
    public string? Sequence
    {
        get => _sequence.Length == 0 ? null : Encoding.UTF8.GetString(_sequence);
        init => _sequence = value is null ? [] : Utf8(value);
    }

    /// <summary>
    /// Gets a value indicating whether a message without a type is malformed. On other platforms, a reply may have only an id, and a
    /// message that is identified in another way is passed to the App as a message that the schema does not contain.
    /// </summary>
    internal bool NeedsType { get; private init; }

    internal ReadOnlySpan<byte> Utf8Type => _type;

    internal ReadOnlySpan<byte> Utf8Data => _data;

    internal ReadOnlySpan<byte> Utf8Id => _id;

    internal ReadOnlySpan<byte> Utf8Error => _error;

    /// <summary>Gets the name of the member that contains the sequence number; empty if messages are not numbered.</summary>
    internal ReadOnlySpan<byte> Utf8Sequence => _sequence;

    private static byte[] Utf8(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Encoding.UTF8.GetBytes(name);
    }
}
