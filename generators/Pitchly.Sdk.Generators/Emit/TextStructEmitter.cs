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
            EmitText(code, id.Name, $"The id as the wire writes it; empty for <c>default({id.Name})</c> alone, which can't be "
                + $"written.", "ReadId", () =>
            {
                code.Summary("Makes an id of its text.");
                code.Line($"/// <exception cref=\"{Known.ArgumentException}\">The text is empty.</exception>");
                code.Block($"public {id.Name}(string value)", () =>
                {
                    code.Line($"{Known.ArgumentException}.ThrowIfNullOrEmpty(value);");
                    code.Line("_value = value;");
                });
            });
            code.Line("/// <inheritdoc/>");
            code.Line($"/// <exception cref=\"{Known.InvalidOperationException}\">It is <c>default</c>, which has no text.</exception>");
            code.Line($"public void WriteJson({Known.Utf8JsonWriter} writer) => writer.WriteStringValue({toWire});").Line();
            EmitOrder(code, id.Name);
        });
    }

    public static void Emit(CodeWriter code, EnumModel values)
    {
        string[] fromWire = [$"value = text is null ? default : new {values.Name}(text);", "return text is not null;"];
        new WireStruct(values.Name, "Value", fromWire).Emit(code, () =>
        {
            EmitText(code, values.Name, "The value as the wire writes it, also where this SDK does not know it.", "String", () =>
            {
                code.Summary("Makes a value of its text, be it known or not.");
                code.Line($"/// <exception cref=\"{Known.ArgumentNullException}\">The text is null.</exception>");
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
        code.Summary("Orders by the text, letter by letter.");
        code.Line($"public int CompareTo({name} other) => string.CompareOrdinal(Value, other.Value);").Line();
        code.Summary("The text.");
        code.Line("public override string ToString() => Value;").Line();
    }
}
