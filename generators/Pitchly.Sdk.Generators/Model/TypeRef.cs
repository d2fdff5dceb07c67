using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>The use of a type.</summary>
internal abstract record TypeRef(bool Nullable);

/// <param name="OrText">A number that may come as its text.</param>
internal sealed record ScalarRef(ScalarKind Kind, bool Nullable, bool OrText = false) : TypeRef(Nullable);

/// <summary>Any JSON, kept as its text; it holds JSON's null itself.</summary>
internal sealed record JsonRef() : TypeRef(Nullable: false);

/// <summary>The use of a type whose mistake is reported; every rule lets it pass.</summary>
internal sealed record UnknownRef() : TypeRef(Nullable: false);

/// <param name="Value">The string, the whole number's digits, <c>true</c> or <c>false</c>.</param>
/// <param name="Kind">Which of these it is.</param>
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

    /// <summary>An enum of whole numbers.</summary>
    NumberEnum,
    OpenObject,
}

internal static class TypeRefs
{
    public static bool IsValueType(this TypeRef type) => type switch
    {
        ScalarRef { Kind: ScalarKind.String or ScalarKind.Secret or ScalarKind.Uri or ScalarKind.File } => false,
        ScalarRef or JsonRef => true,
        NamedRef { Kind: NamedKind.Id or NamedKind.Enum or NamedKind.NumberEnum or NamedKind.OpenObject } => true,
        _ => false,
    };

    /// <summary>It can stand in a path, a query, a header or a form field.</summary>
    public static bool IsTextual(this TypeRef type) =>
        type is ScalarRef { Kind: not ScalarKind.File } or ConstRef or UnknownRef
            or NamedRef { Kind: NamedKind.Id or NamedKind.Enum or NamedKind.NumberEnum };
}
