namespace Pitchly.Json;

/// <summary>
/// A member of a JSON object that may be absent, which is different from null (RFC 7396: an absent member is left unchanged, and null
/// removes it).
/// </summary>
/// <typeparam name="T">The type of the member.</typeparam>
/// <remarks>
/// <c>default</c> is an absent member. A value is implicitly converted to a present member. A value of an interface type must be written as
/// <c>new(value)</c>.
/// </remarks>
public readonly record struct JsonOptional<T>
{
    /// <summary>Creates a present member.</summary>
    /// <param name="value">The value of the member.</param>
    public JsonOptional(T value) => (Value, IsPresent) = (value, true);

    /// <summary>Gets a value indicating whether the member is present.</summary>
    public bool IsPresent { get; }

    /// <summary>Gets the value; the default of the type if the member is absent.</summary>
    public T? Value { get; }

    /// <summary>Converts a value to a present member.</summary>
    /// <param name="value">The value of the member.</param>
    public static implicit operator JsonOptional<T>(T value) => new(value);

    /// <summary>Returns the text of the value; empty if the member is absent.</summary>
    public override string ToString() => IsPresent ? Value?.ToString() ?? "null" : "";
}
