namespace Pitchly.Generators.Schema;

/// <summary>A type as written, with the terms of JSON Schema 2020-12.</summary>
internal abstract record TypeSyntax(SourceRange At, Notes Notes, bool Nullable);

/// <param name="Text">The reference as written.</param>
/// <param name="Schema">The path or id of the referenced schema.</param>
/// <param name="Type">The type's name in that schema.</param>
internal sealed record ReferenceSyntax(SourceRange At, Notes Notes, bool Nullable, string Text, string Schema, string Type)
    : TypeSyntax(At, Notes, Nullable);

/// <param name="OrText">A value indicating whether a number may also be a string, as in <c>"3600"</c>.</param>
internal sealed record ScalarSyntax(SourceRange At, Notes Notes, bool Nullable, ScalarKind Kind, bool OrText = false)
    : TypeSyntax(At, Notes, Nullable);

/// <summary>Any JSON value, stored as text.</summary>
internal sealed record AnySyntax(SourceRange At, Notes Notes) : TypeSyntax(At, Notes, Nullable: false);

/// <summary>A type with an error that is already reported. No other error is reported for it.</summary>
internal sealed record UnknownSyntax(SourceRange At, Notes Notes) : TypeSyntax(At, Notes, Nullable: false);

/// <summary>A string that identifies objects of one kind.</summary>
internal sealed record IdSyntax(SourceRange At, Notes Notes, bool Nullable) : TypeSyntax(At, Notes, Nullable);

/// <param name="Kind">A string, or an integer of 32 or 64 bits.</param>
internal sealed record EnumSyntax(SourceRange At, Notes Notes, bool Nullable, ScalarKind Kind, EquatableArray<EnumValueSyntax> Values)
    : TypeSyntax(At, Notes, Nullable);

/// <param name="Name">The value, with its location.</param>
/// <param name="Notes">The annotations of a constant in <c>oneOf</c>. A plain value of <c>enum</c> has none.</param>
internal sealed record EnumValueSyntax(Name Name, Notes? Notes);

/// <param name="Value">The string, the digits of the integer, <c>true</c>, or <c>false</c>.</param>
/// <param name="Kind">The JSON kind of the value.</param>
internal sealed record ConstSyntax(SourceRange At, Notes Notes, string Value, JsonKinds Kind) : TypeSyntax(At, Notes, Nullable: false);

internal sealed record ListSyntax(SourceRange At, Notes Notes, bool Nullable, TypeSyntax Item) : TypeSyntax(At, Notes, Nullable);

internal sealed record MapSyntax(SourceRange At, Notes Notes, bool Nullable, TypeSyntax Value) : TypeSyntax(At, Notes, Nullable);

/// <summary>A JSON object whose members are not declared, stored as text.</summary>
internal sealed record OpenObjectSyntax(SourceRange At, Notes Notes, bool Nullable) : TypeSyntax(At, Notes, Nullable);

/// <param name="Properties">The properties.</param>
/// <param name="IsMergePatch">A value indicating whether absent and null members have different meanings (RFC 7396).</param>
internal sealed record ObjectSyntax(
    SourceRange At, Notes Notes, bool Nullable, EquatableArray<PropertySyntax> Properties, bool IsMergePatch)
    : TypeSyntax(At, Notes, Nullable)
{
    /// <summary>Gets the type of additional properties; <see langword="null"/> if they are skipped.</summary>
    public TypeSyntax? Rest { get; init; }
}

internal sealed record PropertySyntax(Name Name, TypeSyntax Type, bool Required);

internal sealed record UnionSyntax(SourceRange At, Notes Notes, bool Nullable, EquatableArray<TypeSyntax> Cases)
    : TypeSyntax(At, Notes, Nullable)
{
    /// <summary>
    /// Gets the property that distinguishes the cases; <see langword="null"/> if they can be distinguished without a discriminator.
    /// </summary>
    public DiscriminatorSyntax? Discriminator { get; init; }
}

/// <param name="Property">The property's name in JSON.</param>
/// <param name="Tags">The values of the property, each with the index of its case.</param>
internal sealed record DiscriminatorSyntax(Name Property, EquatableArray<(string Value, int Case)> Tags);

internal enum ScalarKind
{
    String,
    Secret,
    Boolean,
    Int32,
    Int64,
    Double,
    Single,
    Decimal,

    /// <summary>An integer of any size.</summary>
    BigInteger,

    /// <summary>A 64-bit integer that is written as a string.</summary>
    Int64Text,

    /// <summary>A decimal number that is written as a string.</summary>
    DecimalText,
    DateTime,
    Date,
    Time,

    /// <summary>An ISO 8601 duration.</summary>
    Duration,

    /// <summary>Bytes in base64.</summary>
    Bytes,

    /// <summary>A date and time in seconds since 1970.</summary>
    UnixTime,
    Uri,
    Uuid,

    /// <summary>A file with its name and media type, which is sent as it is and never as JSON.</summary>
    File,
}
