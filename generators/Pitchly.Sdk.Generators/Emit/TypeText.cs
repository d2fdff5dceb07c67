using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Emit;

/// <summary>Writes the use of a type, as seen from a namespace.</summary>
internal sealed class TypeText(string ns)
{
    /// <summary>The C# type, with its <c>?</c> where it is nullable.</summary>
    public string Of(TypeRef type) => Bare(type) + (type.Nullable ? "?" : "");

    public string Nullable(TypeRef type) => Bare(type) + "?";

    /// <summary>The type of a member; where it may be absent, null stands for that, unless null means something else.</summary>
    public string Of(PropertyModel property) =>
        property.TellsAbsent ? $"JsonOptional<{Of(property.Type)}>" : property.IsOptional ? Nullable(property.Type) : Of(property.Type);

    public string Bare(TypeRef type) => type switch
    {
        ScalarRef scalar => Scalar(scalar.Kind),
        ListRef list => $"IReadOnlyList<{Of(list.Item)}>",
        MapRef map => $"IReadOnlyDictionary<string, {Of(map.Value)}>",
        NamedRef named => Named(named),
        ConstRef => "string",
        _ => "JsonText",
    };

    /// <summary>A type's name where a member of the same name could hide it.</summary>
    public string InExpression(NamedRef type) => $"global::{Qualified(type.Namespace)}.{type.Name}";

    private string Named(NamedRef type) => type.Namespace == ns ? type.Name : InExpression(type);

    private static string Qualified(string name) => string.Join(".", name.Split('.').Select(CSharpName.Escape));

    private static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 => "long",
        ScalarKind.Double => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.DateTime or ScalarKind.UnixTime => "DateTimeOffset",
        ScalarKind.Uuid => "Guid",
        ScalarKind.Uri => "Uri",
        ScalarKind.Secret => "PitchlySecret",
        _ => "string",
    };
}
