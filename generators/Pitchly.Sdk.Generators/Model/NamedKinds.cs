using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <summary>Determines which types need a C# type of their own.</summary>
internal static class NamedKinds
{
    /// <summary>Returns the kind of C# type to emit for a type; <see langword="null"/> if it needs none of its own.</summary>
    public static NamedKind? Of(TypeSyntax type) => type switch
    {
        ObjectSyntax => NamedKind.Record,
        UnionSyntax => NamedKind.Union,
        IdSyntax => NamedKind.Id,
        EnumSyntax { Kind: ScalarKind.String } => NamedKind.Enum,
        EnumSyntax => NamedKind.NumberEnum,
        OpenObjectSyntax => NamedKind.OpenObject,
        _ => null,
    };
}
