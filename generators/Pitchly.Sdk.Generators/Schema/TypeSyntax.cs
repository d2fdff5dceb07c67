namespace Pitchly.Generators.Schema;

/// <summary>A type as written, in JSON Schema 2020-12 words.</summary>
internal abstract record TypeSyntax(SourceRange At, Notes Notes, bool Nullable);

/// <param name="Text">The reference as written.</param>
/// <param name="Schema">The path or id of the schema that it refers to.</param>
/// <param name="Type">The type's name there.</param>
internal sealed record ReferenceSyntax(SourceRange At, Notes Notes, bool Nullable, string Text, string Schema, string Type)
    : TypeSyntax(At, Notes, Nullable);

/// <param name="OrText">A number that may come as its text, as in <c>"3600"</c>.</param>
internal sealed record ScalarSyntax(SourceRange At, Notes Notes, bool Nullable, ScalarKind Kind, bool OrText = false)
    : TypeSyntax(At, Notes, Nullable);

/// <summary>Any JSON value, kept as its text.</summary>
internal sealed record AnySyntax(SourceRange At, Notes Notes) : TypeSyntax(At, Notes, Nullable: false);

/// <summary>A type whose mistake is reported; nothing else is said of it.</summary>
internal sealed record UnknownSyntax(SourceRange At, Notes Notes) : TypeSyntax(At, Notes, Nullable: false);

/// <summary>A string that names one kind of thing, and no other.</summary>
internal sealed record IdSyntax(SourceRange At, Notes Notes, bool Nullable) : TypeSyntax(At, Notes, Nullable);

/// <param name="Kind">A string, or a whole number of 32 or 64 bits.</param>
internal sealed record EnumSyntax(SourceRange At, Notes Notes, bool Nullable, ScalarKind Kind, EquatableArray<EnumValueSyntax> Values)
    : TypeSyntax(At, Notes, Nullable);

/// <param name="Name">The value, with its place.</param>
/// <param name="Notes">What a constant in <c>oneOf</c> says of itself; a plain value of <c>enum</c> can say nothing.</param>
internal sealed record EnumValueSyntax(Name Name, Notes? Notes);

/// <param name="Value">The string, the whole number's digits, <c>true</c> or <c>false</c>.</param>
/// <param name="Kind">Which of these it is.</param>
internal sealed record ConstSyntax(SourceRange At, Notes Notes, string Value, JsonKinds Kind) : TypeSyntax(At, Notes, Nullable: false);

internal sealed record ListSyntax(SourceRange At, Notes Notes, bool Nullable, TypeSyntax Item) : TypeSyntax(At, Notes, Nullable);

internal sealed record MapSyntax(SourceRange At, Notes Notes, bool Nullable, TypeSyntax Value) : TypeSyntax(At, Notes, Nullable);

/// <summary>A JSON object whose inside is nobody's business, kept as its text.</summary>
internal sealed record OpenObjectSyntax(SourceRange At, Notes Notes, bool Nullable) : TypeSyntax(At, Notes, Nullable);

/// <param name="Properties">Its members.</param>
/// <param name="IsMergePatch">A member that is absent means something else than one that is null (RFC 7396).</param>
internal sealed record ObjectSyntax(
    SourceRange At, Notes Notes, bool Nullable, EquatableArray<PropertySyntax> Properties, bool IsMergePatch)
    : TypeSyntax(At, Notes, Nullable)
{
    /// <summary>The type of members beside its properties; <see langword="null"/> if such are skipped.</summary>
    public TypeSyntax? Rest { get; init; }
}

internal sealed record PropertySyntax(Name Name, TypeSyntax Type, bool Required);

internal sealed record UnionSyntax(SourceRange At, Notes Notes, bool Nullable, EquatableArray<TypeSyntax> Cases)
    : TypeSyntax(At, Notes, Nullable)
{
    /// <summary>The property by which its cases are told; <see langword="null"/> if they differ by themselves.</summary>
    public DiscriminatorSyntax? Discriminator { get; init; }
}

/// <param name="Property">The property's name in JSON.</param>
/// <param name="Tags">The values that it may have, each with the number of its case.</param>
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

    /// <summary>A whole number of any size.</summary>
    BigInteger,

    /// <summary>A whole number of 64 bits as its text.</summary>
    Int64Text,

    /// <summary>A decimal number as its text.</summary>
    DecimalText,
    DateTime,
    Date,
    Time,

    /// <summary>A duration as ISO 8601 writes it.</summary>
    Duration,

    /// <summary>Bytes in base64.</summary>
    Bytes,

    /// <summary>A moment as seconds since 1970.</summary>
    UnixTime,
    Uri,
    Uuid,

    /// <summary>A file with its name and media type, which travels as itself and never as JSON.</summary>
    File,
}
