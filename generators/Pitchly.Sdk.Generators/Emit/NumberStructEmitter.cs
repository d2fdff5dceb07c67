using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits an enum of integers that keeps unknown values.</summary>
internal static class NumberStructEmitter
{
    public static void Emit(CodeWriter code, EnumModel type)
    {
        var (name, number) = (type.Name, type.Kind == ScalarKind.Int32 ? "int" : "long");
        const string Invariant = Known.CultureInfo + ".InvariantCulture";
        string[] fromWire =
        [
            $"bool isNumber = {number}.TryParse(text, {Known.NumberStyles}.AllowLeadingSign, {Invariant}, out {number} number);",
            $"value = isNumber ? new {name}(number) : default;",
            "return isNumber;",
        ];
        new WireStruct(name, "ToString()", fromWire).Emit(code, () =>
        {
            code.Summary("Creates a value from its number, whether it is known or not.");
            code.Line($"public {name}({number} value) => Value = value;").Line();
            foreach (var value in type.Values)
            {
                code.Summary(value.Docs.Summary).Obsolete(value.Docs.Obsolete);
                code.Line($"public static {name} {value.Name} {{ get; }} = new {name}({value.Value});").Line();
            }

            code.Summary("Gets the number as it is sent, even if this SDK does not know it.");
            code.Line($"public {number} Value {{ get; }}").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public static {name} ReadJson(ref {Known.Utf8JsonReader} reader) => new {name}({Known.JsonNumber}.{type.Kind}(ref "
                + $"reader, {Literal(name)}));").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public void WriteJson({Known.Utf8JsonWriter} writer) => writer.WriteNumberValue(Value);").Line();
            code.Summary("Compares two values by their numbers.");
            code.Line($"public int CompareTo({name} other) => Value.CompareTo(other.Value);").Line();
            code.Summary("Returns the digits of the number.");
            code.Line($"public override string ToString() => Value.ToString({Invariant});").Line();
        });
    }
}
