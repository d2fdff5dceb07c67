namespace Pitchly.Json;

/// <summary>
/// A member of a JSON object that may be absent, which is not the same as null (RFC 7396: absent leaves it, null removes it).
/// </summary>
/// <typeparam name="T">The member's type.</typeparam>
/// <remarks>
/// <c>default</c> is absent. A value becomes a present member by itself; one of an interface type is written <c>new(value)</c>.
/// </remarks>
public readonly record struct JsonOptional<T>
{
    /// <summary>Makes a member that is present.</summary>
    /// <param name="value">Its value.</param>
    public JsonOptional(T value) => (Value, IsPresent) = (value, true);

    /// <summary>Gets whether the member is there.</summary>
    public bool IsPresent { get; }

    /// <summary>Gets the value; the default of its type if the member is absent.</summary>
    public T? Value { get; }

    /// <summary>Makes a member that is present.</summary>
    /// <param name="value">Its value.</param>
    public static implicit operator JsonOptional<T>(T value) => new(value);

    /// <summary>Returns the value's text; empty if the member is absent.</summary>
    public override string ToString() => IsPresent ? Value?.ToString() ?? "null" : "";
}
