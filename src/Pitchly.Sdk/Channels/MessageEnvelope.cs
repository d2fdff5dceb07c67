using System.Text;

namespace Pitchly.Channels;

/// <summary>
/// The names of a message's members. Pitchly's are <c>{"type", "id"?, "data"?, "error"?}</c>; a schema gives those of other platforms by
/// <c>envelope</c>.
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

    /// <summary>Gets the name of the member that names the event, request or command; <c>type</c> by default.</summary>
    public string Type
    {
        get => Encoding.UTF8.GetString(_type);
        init => _type = Utf8(value);
    }

    /// <summary>Gets the name of the member that holds the payload; <c>data</c> by default.</summary>
    public string Data
    {
        get => Encoding.UTF8.GetString(_data);
        init => _data = Utf8(value);
    }

    /// <summary>Gets the name of the member that a request and its reply share; <c>id</c> by default.</summary>
    public string Id
    {
        get => Encoding.UTF8.GetString(_id);
        init => _id = Utf8(value);
    }

    /// <summary>Gets the name of the member that says why a request was refused; <c>error</c> by default.</summary>
    public string Error
    {
        get => Encoding.UTF8.GetString(_error);
        init => _error = Utf8(value);
    }

    /// <summary>
    /// Gets the name of the member that numbers the messages; <see langword="null"/>, the default, if they are not numbered.
    /// </summary>
    public string? Sequence
    {
        get => _sequence.Length == 0 ? null : Encoding.UTF8.GetString(_sequence);
        init => _sequence = value is null ? [] : Utf8(value);
    }

    /// <summary>
    /// Gets a value indicating whether a message without a type is malformed. On other platforms a reply may have an id alone, and what is
    /// told apart in another way is handed to the App as a message that the schema does not know.
    /// </summary>
    internal bool NeedsType { get; private init; }

    internal ReadOnlySpan<byte> Utf8Type => _type;

    internal ReadOnlySpan<byte> Utf8Data => _data;

    internal ReadOnlySpan<byte> Utf8Id => _id;

    internal ReadOnlySpan<byte> Utf8Error => _error;

    /// <summary>Gets the name of the member that numbers the messages; empty if they are not numbered.</summary>
    internal ReadOnlySpan<byte> Utf8Sequence => _sequence;

    private static byte[] Utf8(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return Encoding.UTF8.GetBytes(name);
    }
}
