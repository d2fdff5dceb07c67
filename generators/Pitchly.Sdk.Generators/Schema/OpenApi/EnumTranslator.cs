using System.Globalization;

namespace Pitchly.Generators.Schema;

/// <summary>Translates <c>enum</c> and <c>const</c> into constants, and into enums that keep unknown values.</summary>
internal sealed class EnumTranslator(OpenApiSource source)
{
    public TypeSyntax Read(JsonNode schema, JsonNode node, IReadOnlyList<string> types, Notes notes, bool nullable)
    {
        var values = node.Items.Where(item => item.Kind != JsonKinds.Null).ToList();
        var mayBeNull = nullable || values.Count < node.Items.Count;
        if (values.Count == 0)
        {
            return new AnySyntax(schema.At, notes);
        }

        if (values.All(value => value.Kind == JsonKinds.String))
        {
            return Make(schema, notes, mayBeNull, ScalarKind.String, values);
        }

        // In YAML, a string such as 1.0, on, or null can be written without quotes, so the declared type applies.
        if (types.Contains("string"))
        {
            return Make(schema, notes, nullable, ScalarKind.String, node.Items);
        }

        if (values.All(IsWhole))
        {
            var kind = schema.MemberText("format") == "int32" ? ScalarKind.Int32 : ScalarKind.Int64;
            return Make(schema, notes, mayBeNull, kind, values);
        }

        if (values.All(value => value.Kind == JsonKinds.Boolean))
        {
            return new ScalarSyntax(schema.At, notes, mayBeNull, ScalarKind.Boolean);
        }

        if (values.All(value => value.Kind == JsonKinds.Number))
        {
            return new ScalarSyntax(schema.At, notes, mayBeNull, ScalarKind.Double);
        }

        source.LeaveOut(node, "the values of 'enum' have different JSON types, so the value is any JSON");
        return new AnySyntax(schema.At, notes);
    }

    /// <summary>
    /// Returns a constant for a string, an integer, or a Boolean value. Another number becomes a <see langword="double"/>, and another
    /// value any JSON.
    /// </summary>
    public static TypeSyntax OfConstant(JsonNode schema, JsonNode constant, Notes notes) => constant.Kind switch
    {
        JsonKinds.String or JsonKinds.Boolean => new ConstSyntax(schema.At, notes, constant.Text, constant.Kind),
        JsonKinds.Number when IsWhole(constant) => new ConstSyntax(schema.At, notes, constant.Text, constant.Kind),
        JsonKinds.Number => new ScalarSyntax(schema.At, notes, false, ScalarKind.Double),
        _ => new AnySyntax(schema.At, notes),
    };

    public static TypeSyntax OfOneValue(ConstSyntax constant) => constant.Kind == JsonKinds.Boolean
        ? new ScalarSyntax(constant.At, constant.Notes, constant.Nullable, ScalarKind.Boolean)
        : new EnumSyntax(
            constant.At,
            constant.Notes,
            constant.Nullable,
            constant.Kind == JsonKinds.String ? ScalarKind.String : ScalarKind.Int64,
            new[] { new EnumValueSyntax(new Name(constant.Value, constant.At), null) }.ToEquatableArray());

    private static EnumSyntax Make(JsonNode schema, Notes notes, bool nullable, ScalarKind kind, IEnumerable<JsonNode> values)
    {
        var names = VariableNames(schema);
        var distinct = new Dictionary<string, EnumValueSyntax>();
        foreach (var (value, index) in values.Select((value, index) => (value, index)))
        {
            if (!distinct.ContainsKey(value.Text))
            {
                var title = index < names.Count ? names[index].Text : null;
                distinct.Add(
                    value.Text,
                    new EnumValueSyntax(new Name(value.Text, value.At), title is null ? null : Notes.None with { Title = title }));
            }
        }

        return new EnumSyntax(schema.At, notes, nullable, kind, distinct.Values.ToEquatableArray());
    }

    private static List<JsonNode> VariableNames(JsonNode schema) =>
        (schema.Member("x-enum-varnames") ?? schema.Member("x-enumNames"))?.Items.Where(item => item.Kind == JsonKinds.String).ToList()
            ?? [];

    private static bool IsWhole(JsonNode value) =>
        value.Kind == JsonKinds.Number && long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
}
