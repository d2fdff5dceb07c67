namespace Pitchly.Channels;

/// <summary>The last value of an event, in one reference, so that it can be swapped at once.</summary>
/// <typeparam name="T">The value's type.</typeparam>
/// <param name="value">The value.</param>
public sealed class Cached<T>(T value)
{
    /// <summary>Gets the value.</summary>
    public T Value { get; } = value;
}
