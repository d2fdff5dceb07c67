using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Emit;

/// <summary>Writes references to types as C#, for code in a given namespace.</summary>
internal sealed class TypeText(string ns)
{
    private readonly Dictionary<(string Namespace, string Name), string> _named = [];

    /// <summary>Returns the C# type, with <c>?</c> if it is nullable.</summary>
    public string Of(TypeRef type) => Bare(type) + (type.Nullable ? "?" : "");

    public string Nullable(TypeRef type) => Bare(type) + "?";

    /// <summary>
    /// Returns the type of a member. If the member may be absent, null represents absence, unless null has a meaning of its own.
    /// </summary>
    public string Of(PropertyModel property) =>
        property.DistinguishesAbsent ? $"{Known.JsonOptional}<{Of(property.Type)}>" : property.IsOptional ? Nullable(property.Type) : Of(
            property.Type);

    public string Bare(TypeRef type) => type switch
    {
        ScalarRef scalar => Scalar(scalar.Kind),
        ListRef list => $"{Known.IReadOnlyList}<{Of(list.Item)}>",
        MapRef map => $"{Known.IReadOnlyDictionary}<string, {Of(map.Value)}>",
        NamedRef named => Named(named.Namespace, named.Name),
        ConstRef => "string",
        _ => Known.JsonText,
    };

    /// <summary>Returns the qualified name of a type that the schema itself declares.</summary>
    public string Own(string name) => Named(ns, name);

    private string Named(string ns, string name)
    {
        if (!_named.TryGetValue((ns, name), out var text))
        {
            text = $"global::{string.Join(".", ns.Split('.').Select(CSharpName.Escape))}.{name}";
            _named.Add((ns, name), text);
        }

        return text;
    }

    private static string Scalar(ScalarKind kind) => kind switch
    {
        ScalarKind.Boolean => "bool",
        ScalarKind.Int32 => "int",
        ScalarKind.Int64 or ScalarKind.Int64Text => "long",
        ScalarKind.Double => "double",
        ScalarKind.Single => "float",
        ScalarKind.Decimal or ScalarKind.DecimalText => "decimal",
        ScalarKind.BigInteger => Known.BigInteger,
        ScalarKind.Date => Known.DateOnly,
        ScalarKind.Time => Known.TimeOnly,
        ScalarKind.Duration => Known.IsoDuration,
        ScalarKind.Bytes => $"{Known.ReadOnlyMemory}<byte>",
        ScalarKind.File => Known.PitchlyFile,
        ScalarKind.DateTime or ScalarKind.UnixTime => Known.DateTimeOffset,
        ScalarKind.Uuid => Known.Guid,
        ScalarKind.Uri => Known.Uri,
        ScalarKind.Secret => Known.PitchlySecret,
        _ => "string",
    };
}
