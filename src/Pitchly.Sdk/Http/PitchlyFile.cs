namespace Pitchly.Http;

/// <summary>A file that is sent or received as it is, and of which no more is in memory than is on the way.</summary>
/// <param name="content">Its bytes.</param>
/// <param name="name">Its name; <see langword="null"/> if it has none.</param>
/// <param name="mediaType">Its media type; <see langword="null"/> if it is not known.</param>
public sealed class PitchlyFile(Stream content, string? name = null, string? mediaType = null) : IDisposable, IAsyncDisposable
{
    private readonly IDisposable? _owner;

    internal PitchlyFile(Stream content, string? name, string? mediaType, IDisposable owner)
        : this(content, name, mediaType) => _owner = owner;

    /// <summary>Gets its bytes. Those of an answer are read from the connection, which is free again once this is disposed of.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>Gets its name; <see langword="null"/> if it has none.</summary>
    public string? Name { get; } = name;

    /// <summary>Gets its media type, for example <c>application/pdf</c>; <see langword="null"/> if it is not known.</summary>
    public string? MediaType { get; } = mediaType;

    /// <summary>Gets its length in bytes; <see langword="null"/> if it is not known.</summary>
    public long? Length { get; init; }

    /// <summary>Makes a file of bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="name">Its name.</param>
    /// <param name="mediaType">Its media type.</param>
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
