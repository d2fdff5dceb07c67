using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the types that wrap a text: ids, and enums that keep values they don't know.</summary>
internal static class TextStructEmitter
{
    public static void Emit(CodeWriter code, IdModel id)
    {
        Emit(code, id.Name, "ReadId", $"The id as the wire writes it; empty for <c>default({id.Name})</c> alone.", () =>
        {
            code.Summary("Makes an id of its text.");
            code.Line("/// <exception cref=\"ArgumentException\">The text is empty.</exception>");
            code.Block($"public {id.Name}(string value)", () =>
            {
                code.Line("ArgumentException.ThrowIfNullOrEmpty(value);");
                code.Line("_value = value;");
            });
        });
    }

    public static void Emit(CodeWriter code, EnumModel values)
    {
        Emit(code, values.Name, "String", "The value as the wire writes it, also where this SDK does not know it.", () =>
        {
            code.Summary("Makes a value of its text, be it known or not.");
            code.Line("/// <exception cref=\"ArgumentNullException\">The text is null.</exception>");
            code.Block($"public {values.Name}(string value)", () =>
            {
                code.Line("ArgumentNullException.ThrowIfNull(value);");
                code.Line("_value = value;");
            });
            foreach (var value in values.Values)
            {
                code.Line();
                code.Summary(value.Docs.Summary).Obsolete(value.Docs.Obsolete);
                code.Line($"public static {values.Name} {value.Name} {{ get; }} = new {values.Name}({Literal(value.Value)});");
            }
        });
    }

    private static void Emit(CodeWriter code, string name, string read, string valueDoc, Action members)
    {
        code.Line($"[JsonConverter(typeof(PitchlyJsonConverter<{name}>))]");
        code.Block($"public readonly partial record struct {name} : IPitchlyJson<{name}>, IComparable<{name}>", () =>
        {
            code.Line("private readonly string? _value;").Line();
            members();
            code.Line();
            code.Line($"/// <summary>{valueDoc}</summary>");
            code.Line("public string Value => _value ?? \"\";").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public static {name} ReadJson(ref Utf8JsonReader reader) => new {name}(JsonRead.{read}(ref reader, {Literal(name)}));").Line();
            code.Line("/// <inheritdoc/>");
            code.Line("public void WriteJson(Utf8JsonWriter writer) => writer.WriteStringValue(Value);").Line();
            code.Summary("Orders by the text, letter by letter.");
            code.Line($"public int CompareTo({name} other) => string.CompareOrdinal(Value, other.Value);").Line();
            code.Summary("The text.");
            code.Line("public override string ToString() => Value;");
        });
    }
}
