using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The value of <c>type</c>.</summary>
/// <param name="Name">The type's name; <see langword="null"/> if there is none or it is invalid.</param>
/// <param name="Nullable">A value indicating whether the value may be JSON null.</param>
/// <param name="OrText">A value indicating whether a number may also be a string.</param>
/// <param name="IsWrong">A value indicating whether <c>type</c> is invalid, which is already reported.</param>
internal readonly record struct TypeName(string? Name, bool Nullable, bool OrText, bool IsWrong = false)
{
    private static readonly string[] Known = ["string", "integer", "number", "boolean", "object", "array", "null"];

    /// <summary>Reads <c>type</c>, and reports an invalid value.</summary>
    public static TypeName Read(SchemaObject type, DiagnosticBag diagnostics)
    {
        if (type.Get("type") is not { } node)
        {
            return default;
        }

        if (node is { Kind: JsonKinds.String, Text: not "null" } && Known.Contains(node.Text))
        {
            return new TypeName(node.Text, Nullable: false, OrText: false);
        }

        var names = (node.Kind == JsonKinds.Array ? node.Items : [node]).ToList();
        var nullable = names.Count > 1 && names.Any(item => item.Text == "null");
        var others = names.Where(item => !nullable || item.Text != "null").ToList();
        var number = others.Count == 2 && others.Any(item => item.Text == "string")
            ? others.FirstOrDefault(item => item.Text is "integer" or "number")
            : null;
        if (number is not null && names.Count == (nullable ? 3 : 2))
        {
            return new TypeName(number.Text, nullable, OrText: true);
        }

        var isOne = others.Count == 1 && names.Count <= 2;
        if (isOne && others[0] is { Kind: JsonKinds.String, Text: not "null" } && Known.Contains(others[0].Text))
        {
            return new TypeName(others[0].Text, nullable, OrText: false);
        }

        var found = others.FirstOrDefault(item => !Known.Contains(item.Text)) ?? node;
        diagnostics.Add(
            SchemaDescriptors.WrongValue,
            found.At,
            "'type'",
            "'string', 'integer', 'number', 'boolean', 'object' or 'array', alone or in an array with 'null'; 'integer' and "
                + "'number' may also be in an array with 'string'",
            found.Kind == JsonKinds.String ? $"'{found.Text}'" : "something else");
        return new TypeName(null, nullable, OrText: false, IsWrong: true);
    }
}
