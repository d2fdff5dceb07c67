using System.Globalization;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads enums of strings or integers, and constants, which may also be Boolean values.</summary>
internal sealed class EnumReader(DiagnosticBag diagnostics)
{
    private const JsonKinds EnumKinds = JsonKinds.String | JsonKinds.Number;

    public TypeSyntax Read(SchemaObject type, TypeName name)
    {
        var node = type.Get("enum")!;
        var notes = type.ReadNotes();
        var items = node.Items.Where(item => item.Kind != JsonKinds.Null).ToList();
        if (items.Count == 0)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                node.At,
                "'enum'",
                "an array of one or more strings or whole numbers",
                "an array without such values");
            return new UnknownSyntax(type.At, notes);
        }

        if (items.All(item => (item.Kind & EnumKinds) == 0))
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                node.At,
                "'enum'",
                "an array of strings or whole numbers",
                $"an array whose first value is {MessageText.Kinds(items[0].Kind)}; for values of this kind, use 'type' without 'enum'");
            return new UnknownSyntax(type.At, notes);
        }

        var kind = items[0].Kind;
        Expect(type, name, kind, "enum");
        var values = new List<EnumValueSyntax>();
        foreach (var item in items)
        {
            if (item.Kind != kind || TextOf(item) is not { } text)
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue,
                    item.At,
                    "A value of 'enum'",
                    Expected(kind),
                    item.Kind == kind ? item.Text : MessageText.Kinds(item.Kind));
            }
            else
            {
                Add(values, new EnumValueSyntax(new Name(text, item.At), null));
            }
        }

        var nullable = name.Nullable || items.Count < node.Items.Count;
        return new EnumSyntax(type.At, notes, nullable, ScalarOf(kind, type), values.ToEquatableArray());
    }

    /// <summary>Reads constants in <c>oneOf</c>, which is how JSON Schema annotates the values of an enum.</summary>
    public TypeSyntax ReadConstants(SchemaObject type, IReadOnlyList<(JsonNode Node, TypeSyntax Type)> constants, bool nullable)
    {
        var notes = type.ReadNotes();
        var kind = constants.Select(constant => (constant.Type as ConstSyntax)?.Kind).FirstOrDefault(known => known is not null);
        if (kind is not { } chosen)
        {
            return new UnknownSyntax(type.At, notes);
        }

        if (chosen == JsonKinds.Boolean)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                type.Get("oneOf")!.At,
                "'oneOf'",
                "an array of types, or of constants that are strings or whole numbers",
                "an array of true and false; write { \"type\": \"boolean\" }");
            return new UnknownSyntax(type.At, notes);
        }

        var values = new List<EnumValueSyntax>();
        foreach (var (node, constant) in constants)
        {
            if (constant is not ConstSyntax read)
            {
                continue;
            }

            if (read.Kind != chosen)
            {
                diagnostics.Add(
                    SchemaDescriptors.WrongValue,
                    node.At,
                    "A constant of 'oneOf'",
                    $"{Expected(chosen)}, like the first constant",
                    MessageText.Kinds(read.Kind));
            }
            else
            {
                Add(values, new EnumValueSyntax(new Name(read.Value, node.At), read.Notes));
            }
        }

        return new EnumSyntax(type.At, notes, nullable, ScalarOf(chosen, type), values.ToEquatableArray());
    }

    public TypeSyntax ReadConst(SchemaObject type, TypeName name)
    {
        var node = type.Get("const")!;
        if (TextOf(node) is not { } text)
        {
            diagnostics.Add(SchemaDescriptors.WrongValue, node.At, "'const'", "a string, a whole number, true or false", node.Text);
            return new UnknownSyntax(type.At, type.ReadNotes());
        }

        Expect(type, name, node.Kind, "const");
        return new ConstSyntax(type.At, type.ReadNotes(), text, node.Kind);
    }

    /// <summary>Returns the normalized text of a value; <see langword="null"/> for a number that is not a 64-bit integer.</summary>
    private static string? TextOf(JsonNode node) => node.Kind != JsonKinds.Number ? node.Text
        : long.TryParse(node.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole)
            ? whole.ToString(CultureInfo.InvariantCulture)
            : null;

    private static ScalarKind ScalarOf(JsonKinds kind, SchemaObject type) => kind == JsonKinds.String ? ScalarKind.String
        : type.GetText("format") == "int32" ? ScalarKind.Int32
        : ScalarKind.Int64;

    private static string Expected(JsonKinds kind) => kind == JsonKinds.Number ? "a whole number" : MessageText.Kinds(kind);

    private void Expect(SchemaObject type, TypeName name, JsonKinds kind, string form)
    {
        var fits = name is { Name: null, IsWrong: false } || (kind switch
        {
            JsonKinds.String => name.Name == "string",
            JsonKinds.Number => name.Name is "integer" or "number",
            _ => name.Name == "boolean",
        });
        if (!fits && !name.IsWrong)
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                type.Get("type")!.At,
                form,
                $"the type '{name.Name}'",
                $"its values are of another kind: {MessageText.Kinds(kind)}");
        }
    }

    private void Add(List<EnumValueSyntax> values, EnumValueSyntax value)
    {
        if (values.Any(other => other.Name.Text == value.Name.Text))
        {
            diagnostics.Add(SchemaDescriptors.Collision, value.Name.At, $"The value '{value.Name.Text}'", "", "remove one");
        }
        else
        {
            values.Add(value);
        }
    }
}
