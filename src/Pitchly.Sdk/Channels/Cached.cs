namespace Pitchly.Channels;

/// <summary>The last value of an event, in one reference, so that it can be replaced atomically.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <param name="value">The value.</param>
public sealed class Cached<T>(T value)
{
    /// <summary>Gets the value.</summary>
    public T Value { get; } = value;
}
