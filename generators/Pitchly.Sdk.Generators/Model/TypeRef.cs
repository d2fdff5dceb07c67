using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>A reference to a type.</summary>
internal abstract record TypeRef(bool Nullable);

/// <param name="OrText">A value indicating whether a number may also be a string.</param>
internal sealed record ScalarRef(ScalarKind Kind, bool Nullable, bool OrText = false) : TypeRef(Nullable);

/// <summary>Any JSON, stored as text. The text can be JSON null, so the reference is never nullable.</summary>
internal sealed record AnyRef() : TypeRef(Nullable: false);

/// <summary>A reference to a type whose error is already reported. All rules accept it.</summary>
internal sealed record UnknownRef() : TypeRef(Nullable: false);

/// <param name="Value">The string, the digits of the integer, <c>true</c>, or <c>false</c>.</param>
/// <param name="Kind">The JSON kind of the value.</param>
internal sealed record ConstRef(string Value, JsonKinds Kind) : TypeRef(Nullable: false);

internal sealed record ListRef(TypeRef Item, bool Nullable) : TypeRef(Nullable);

internal sealed record MapRef(TypeRef Value, bool Nullable) : TypeRef(Nullable);

internal sealed record NamedRef(string Namespace, string Name, NamedKind Kind, bool Nullable) : TypeRef(Nullable);

internal enum NamedKind
{
    Record,
    Union,
    Id,
    Enum,

    /// <summary>An enum of integers.</summary>
    NumberEnum,
    OpenObject,
}

internal static class TypeRefs
{
    public static bool IsValueType(this TypeRef type) => type switch
    {
        ScalarRef { Kind: ScalarKind.String or ScalarKind.Secret or ScalarKind.Uri or ScalarKind.File } => false,
        ScalarRef or AnyRef => true,
        NamedRef { Kind: NamedKind.Id or NamedKind.Enum or NamedKind.NumberEnum or NamedKind.OpenObject } => true,
        _ => false,
    };

    /// <summary>
    /// Returns <see langword="true"/> if a value of the type can be written in a path, a query, a header, or a form field; otherwise,
    /// <see langword="false"/>.
    /// </summary>
    public static bool IsTextual(this TypeRef type) =>
        type is ScalarRef { Kind: not ScalarKind.File } or ConstRef or UnknownRef
            or NamedRef { Kind: NamedKind.Id or NamedKind.Enum or NamedKind.NumberEnum };
}
