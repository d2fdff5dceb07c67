namespace Pitchly.Http;

/// <summary>The statuses that an entry of a schema's responses describes.</summary>
/// <param name="First">The first one.</param>
/// <param name="Last">The last one.</param>
public readonly record struct StatusRange(int First, int Last)
{
    /// <summary>
    /// Gets the range of the entry <c>default</c>: all of them. It also holds for a success whose body is a failure's, as some servers
    /// send.
    /// </summary>
    public static StatusRange Default { get; } = new(0, int.MaxValue);

    internal bool Contains(int status) => First <= status && status <= Last;
}
