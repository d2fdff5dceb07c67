namespace Pitchly.Http;

/// <summary>A file that is sent or received unchanged, as a stream. Only the part that is being transferred is in memory.</summary>
/// <param name="content">The content.</param>
/// <param name="name">The file name; <see langword="null"/> if the file has none.</param>
/// <param name="mediaType">The media type; <see langword="null"/> if it is unknown.</param>
public sealed class PitchlyFile(Stream content, string? name = null, string? mediaType = null) : IDisposable, IAsyncDisposable
{
    private readonly IDisposable? _owner;

    internal PitchlyFile(Stream content, string? name, string? mediaType, IDisposable owner)
        : this(content, name, mediaType) => _owner = owner;

    /// <summary>
    /// Gets the content. The content of a response is read from the connection, which is released when this file is disposed.
    /// </summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>Gets the file name; <see langword="null"/> if the file has none.</summary>
    public string? Name { get; } = name;

    /// <summary>Gets the media type, for example <c>application/pdf</c>; <see langword="null"/> if it is unknown.</summary>
    public string? MediaType { get; } = mediaType;

    /// <summary>Gets the length in bytes; <see langword="null"/> if it is unknown.</summary>
    public long? Length { get; init; }

    /// <summary>Creates a file from bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">The file name.</param>
    /// <param name="mediaType">The media type.</param>
    public static PitchlyFile FromBytes(byte[] bytes, string? name = null, string? mediaType = null) =>
        new(new MemoryStream(bytes, writable: false), name, mediaType);

    /// <inheritdoc/>
    public void Dispose()
    {
        Content.Dispose();
        _owner?.Dispose();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Content.DisposeAsync().ConfigureAwait(false);
        _owner?.Dispose();
    }
}
