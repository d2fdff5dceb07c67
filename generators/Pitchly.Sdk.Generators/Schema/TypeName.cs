using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>What <c>type</c> says.</summary>
/// <param name="Name">The type's name; <see langword="null"/> if none is given, or no good one.</param>
/// <param name="Nullable">JSON's null may stand in its place.</param>
/// <param name="OrText">The number may come as its text.</param>
/// <param name="IsWrong">Its mistake is reported.</param>
internal readonly record struct TypeName(string? Name, bool Nullable, bool OrText, bool IsWrong = false)
{
    private static readonly string[] Known = ["string", "integer", "number", "boolean", "object", "array", "null"];

    /// <summary>Reads <c>type</c>; what is none is reported.</summary>
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
            "type",
            "'string', 'integer', 'number', 'boolean', 'object' or 'array', alone or in an array with 'null'; a number may be in an "
                + "array with 'string' too",
            found.Kind == JsonKinds.String ? $"'{found.Text}'" : "something else");
        return new TypeName(null, nullable, OrText: false, IsWrong: true);
    }
}
