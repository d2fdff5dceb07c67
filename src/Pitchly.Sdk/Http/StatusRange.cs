namespace Pitchly.Http;

/// <summary>The statuses that an entry of a schema's responses describes.</summary>
/// <param name="First">The first status.</param>
/// <param name="Last">The last status.</param>
public readonly record struct StatusRange(int First, int Last)
{
    /// <summary>
    /// Gets the range of the entry <c>default</c>, which contains all statuses. It also applies to a success status whose body describes a
    /// failure, which some servers send.
    /// </summary>
    public static StatusRange Default { get; } = new(0, int.MaxValue);

    internal bool Contains(int status) => First <= status && status <= Last;
}
