namespace Pitchly.AspNetCore.Stores;

/// <summary>
/// Keeps texts under keys, for all nodes. A write names the version that it replaces, so that of two writers one learns that it is late.
/// Tokens in the texts are sealed.
/// </summary>
/// <remarks>Its methods may throw what its client throws; whoever calls it makes a typed error of it.</remarks>
public interface IPitchlyStore
{
    /// <summary>Reads a text, with the store's own time.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    ValueTask<StoredText> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes a text in place of a version. What it has written is durable when the task completes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The text; <see langword="null"/> to remove it.</param>
    /// <param name="version">The version that is replaced; <see cref="StoredText.NoVersion"/> if there is none.</param>
    /// <param name="cancellationToken">A token to cancel the wait.</param>
    /// <returns><see langword="true"/> if it was written; <see langword="false"/> if the store holds another version.</returns>
    ValueTask<bool> TryWriteAsync(string key, string? text, long version, CancellationToken cancellationToken);

    /// <summary>Returns the texts whose keys start with a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>What a store holds under a key.</summary>
/// <param name="Text">The text; <see langword="null"/> if there is none.</param>
/// <param name="Version">Its version, which grows with each write; <see cref="NoVersion"/> if there is no text.</param>
/// <param name="Now">The store's time, by which all nodes count, since their own clocks may differ.</param>
public readonly record struct StoredText(string? Text, long Version, DateTimeOffset Now)
{
    /// <summary>The version of what is not there.</summary>
    public const long NoVersion = 0;
}
