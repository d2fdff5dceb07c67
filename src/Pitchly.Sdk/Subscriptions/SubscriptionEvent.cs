using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Subscriptions;

/// <summary>An event of a subscription: a value, or a gap in which values may have been missed.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
public readonly record struct SubscriptionEvent<T>
{
    private readonly T? _value;

    /// <summary>Creates an event from a value.</summary>
    /// <param name="value">The value.</param>
    public SubscriptionEvent(T value) => _value = value;

    /// <summary>Creates an event from a gap.</summary>
    /// <param name="gap">The gap.</param>
    public SubscriptionEvent(SubscriptionGap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        Gap = gap;
    }

    /// <summary>Gets the gap; <see langword="null"/> if the event is a value.</summary>
    public SubscriptionGap? Gap { get; }

    /// <summary>
    /// Gets a value indicating whether values may have been missed before this event. If so, the data that the values describe must be read
    /// again.
    /// </summary>
    [MemberNotNullWhen(true, nameof(Gap))]
    public bool IsGap => Gap is not null;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The event is a gap.</exception>
    public T Value => Gap is null ? _value!
        : throw new InvalidOperationException($"A gap has no value ({Gap.Cause}). Check {nameof(IsGap)} first.");

    /// <summary>Gets the value if the event is not a gap.</summary>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the event is a value; otherwise, <see langword="false"/>.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Gap is null;
    }
    /// <summary>Returns the text of the value or the gap.</summary>
    public override string ToString() => Gap?.ToString() ?? _value?.ToString() ?? "";
}
