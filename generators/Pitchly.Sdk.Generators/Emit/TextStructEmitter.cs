using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the types that wrap a string: ids, and enums that keep unknown values.</summary>
internal static class TextStructEmitter
{
    public static void Emit(CodeWriter code, IdModel id)
    {
        var toWire = $"{Known.PitchlyText}.RequireId(_value, {Literal(id.Name)})";
        string[] fromWire = ["bool isId = !string.IsNullOrEmpty(text);", $"value = isId ? new {id.Name}(text!) : default;", "return isId;"];
        new WireStruct(id.Name, toWire, fromWire).Emit(code, () =>
        {
            EmitText(code, id.Name, $"Gets the id as it is sent. It is empty only for <c>default({id.Name})</c>, which cannot be "
                + $"sent.", "ReadId", () =>
            {
                code.Summary("Creates an id from its string.");
                code.Line($"/// <exception cref=\"{Known.ArgumentException}\">The string is empty.</exception>");
                code.Block($"public {id.Name}(string value)", () =>
                {
                    code.Line($"{Known.ArgumentException}.ThrowIfNullOrEmpty(value);");
                    code.Line("_value = value;");
                });
            });
            code.Line("/// <inheritdoc/>");
            code.Line($"/// <exception cref=\"{Known.InvalidOperationException}\">The id is <c>default</c>.</exception>");
            code.Line($"public void WriteJson({Known.Utf8JsonWriter} writer) => writer.WriteStringValue({toWire});").Line();
            EmitOrder(code, id.Name);
        });
    }

    public static void Emit(CodeWriter code, EnumModel values)
    {
        string[] fromWire = [$"value = text is null ? default : new {values.Name}(text);", "return text is not null;"];
        new WireStruct(values.Name, "Value", fromWire).Emit(code, () =>
        {
            EmitText(code, values.Name, "Gets the value as it is sent, even if this SDK does not know it.", "String", () =>
            {
                code.Summary("Creates a value from its string, whether it is known or not.");
                code.Line($"/// <exception cref=\"{Known.ArgumentNullException}\">The string is null.</exception>");
                code.Block($"public {values.Name}(string value)", () =>
                {
                    code.Line($"{Known.ArgumentNullException}.ThrowIfNull(value);");
                    code.Line("_value = value;");
                });
                foreach (var value in values.Values)
                {
                    code.Line();
                    code.Summary(value.Docs.Summary).Obsolete(value.Docs.Obsolete);
                    code.Line($"public static {values.Name} {value.Name} {{ get; }} = new {values.Name}({Literal(value.Value)});");
                }
            });
            code.Line("/// <inheritdoc/>");
            code.Line($"public void WriteJson({Known.Utf8JsonWriter} writer) => writer.WriteStringValue(Value);").Line();
            EmitOrder(code, values.Name);
        });
    }

    private static void EmitText(CodeWriter code, string name, string valueDoc, string read, Action members)
    {
        code.Line("private readonly string? _value;").Line();
        members();
        code.Line();
        code.Line($"/// <summary>{valueDoc}</summary>");
        code.Line("public string Value => _value ?? \"\";").Line();
        code.Line("/// <inheritdoc/>");
        code.Line($"public static {name} ReadJson(ref {Known.Utf8JsonReader} reader) => new {name}({Known.JsonRead}.{read}(ref reader, "
            + $"{Literal(name)}));").Line();
    }

    private static void EmitOrder(CodeWriter code, string name)
    {
        code.Summary("Compares two values by the ordinal order of their strings.");
        code.Line($"public int CompareTo({name} other) => string.CompareOrdinal(Value, other.Value);").Line();
        code.Summary("Returns the string.");
        code.Line("public override string ToString() => Value;").Line();
    }
}
