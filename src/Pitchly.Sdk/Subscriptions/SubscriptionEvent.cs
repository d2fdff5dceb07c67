using System.Diagnostics.CodeAnalysis;

namespace Pitchly.Subscriptions;

/// <summary>What a subscription tells: a value, or a gap in which values may have been missed.</summary>
/// <typeparam name="T">The values' type.</typeparam>
public readonly record struct SubscriptionEvent<T>
{
    private readonly T? _value;

    /// <summary>Makes an event of a value.</summary>
    /// <param name="value">The value.</param>
    public SubscriptionEvent(T value) => _value = value;

    /// <summary>Makes an event of a gap.</summary>
    /// <param name="gap">The gap.</param>
    public SubscriptionEvent(SubscriptionGap gap)
    {
        ArgumentNullException.ThrowIfNull(gap);
        Gap = gap;
    }

    /// <summary>Gets the gap; <see langword="null"/> if the event is a value.</summary>
    public SubscriptionGap? Gap { get; }

    /// <summary>Gets whether values may have been missed before this event, so that what they tell of has to be read anew.</summary>
    [MemberNotNullWhen(true, nameof(Gap))]
    public bool IsGap => Gap is not null;

    /// <summary>Gets the value.</summary>
    /// <exception cref="InvalidOperationException">The event is a gap.</exception>
    public T Value => Gap is null ? _value!
        : throw new InvalidOperationException($"A gap has no value ({Gap.Cause}); look at {nameof(IsGap)} first.");

    /// <summary>Gets the value, if the event is one.</summary>
    /// <param name="value">The value.</param>
    /// <returns><see langword="true"/> if the event is a value; otherwise, <see langword="false"/>.</returns>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return Gap is null;
    }
    /// <summary>Returns the value's or the gap's text.</summary>
    public override string ToString() => Gap?.ToString() ?? _value?.ToString() ?? "";
}
