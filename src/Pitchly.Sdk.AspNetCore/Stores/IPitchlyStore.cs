namespace Pitchly.AspNetCore.Stores;

/// <summary>
/// Stores strings under keys, shared by all nodes. A write specifies the version that it replaces, so that one of two concurrent writers
/// detects the conflict. Tokens in the strings are encrypted.
/// </summary>
/// <remarks>The methods may throw the exceptions of the underlying client. The caller converts them to typed errors.</remarks>
public interface IPitchlyStore
{
    /// <summary>Reads a string and the store's current time.</summary>
    /// <param name="key">The key.</param>
    /// <param name="cancellationToken">A token to cancel the read.</param>
    ValueTask<StoredText> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes a string if the store holds the given version. The write is durable when the task completes.</summary>
    /// <param name="key">The key.</param>
    /// <param name="text">The string, or <see langword="null"/> to remove the key.</param>
    /// <param name="version">The version to replace, or <see cref="StoredText.NoVersion"/> if the key does not exist.</param>
    /// <param name="cancellationToken">A token to cancel the write.</param>
    /// <returns><see langword="true"/> if the string was written; <see langword="false"/> if the store holds another version.</returns>
    ValueTask<bool> TryWriteAsync(string key, string? text, long version, CancellationToken cancellationToken);

    /// <summary>Returns the strings whose keys start with a prefix.</summary>
    /// <param name="prefix">The prefix.</param>
    /// <param name="cancellationToken">A token to cancel the enumeration.</param>
    IAsyncEnumerable<string> ListAsync(string prefix, CancellationToken cancellationToken);
}

/// <summary>The value that a store holds under a key.</summary>
/// <param name="Text">The string, or <see langword="null"/> if there is none.</param>
/// <param name="Version">The version, which increases with each write, or <see cref="NoVersion"/> if there is no string.</param>
/// <param name="Now">The store's current time. All nodes use it, because their own clocks may differ.</param>
public readonly record struct StoredText(string? Text, long Version, DateTimeOffset Now)
{
    /// <summary>The version of a key that does not exist.</summary>
    public const long NoVersion = 0;
}
