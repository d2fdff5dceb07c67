namespace Pitchly.AspNetCore.Stores;

/// <summary>A row of a relational store.</summary>
internal sealed class StoredRow
{
    public required string Key { get; init; }

    public required long Version { get; init; }

    public required string Text { get; init; }
}
