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
internal sealed record ObjectSyntax(SourceRange At, Notes Notes, bool Nullable, EquatableArray<PropertySyntax> Properties, bool IsMergePatch)
    : TypeSyntax(At, Notes, Nullable);

internal sealed record PropertySyntax(Name Name, TypeSyntax Type, bool Required);

internal sealed record UnionSyntax(SourceRange At, Notes Notes, bool Nullable, EquatableArray<TypeSyntax> Cases)
    : TypeSyntax(At, Notes, Nullable);

internal enum ScalarKind
{
    String,
    Secret,
    Boolean,
    Int32,
    Int64,
    Double,
    Decimal,
    DateTime,

    /// <summary>A moment as seconds since 1970.</summary>
    UnixTime,
    Uri,
    Uuid,
}
