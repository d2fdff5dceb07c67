using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits a type for a JSON object that is passed on without being parsed.</summary>
internal static class OpenObjectEmitter
{
    public static void Emit(CodeWriter code, OpenObjectModel type)
    {
        code.Line($"[{Known.JsonConverterAttribute}(typeof({Known.PitchlyJsonConverter}<{type.Name}>))]");
        code.Block($"{code.Access} readonly partial record struct {type.Name} : {Known.IPitchlyJson}<{type.Name}>", () =>
        {
            code.Line($"private readonly {Known.JsonText} _json;").Line();
            code.Summary("Wraps a JSON object.");
            code.Line($"/// <exception cref=\"{Known.ArgumentException}\">The JSON is not an object.</exception>");
            code
                .Line($"public {type.Name}({Known.JsonText} json) => _json = {Known.JsonText}.RequireObject(json, {Literal(type.Name)});")
                .Line();
            code.Summary("Gets the JSON of the object, byte for byte as it was received.");
            code.Line($"public {Known.JsonText} Json => _json.IsEmpty ? {Known.JsonText}.EmptyObject : _json;").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public static {type.Name} ReadJson(ref {Known.Utf8JsonReader} reader) => new "
                + $"{type.Name}({Known.JsonRead}.Object(ref reader, {Literal(type.Name)}));").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public void WriteJson({Known.Utf8JsonWriter} writer) => Json.WriteJson(writer);").Line();
            code.Summary("Determines whether two objects have the same JSON, byte for byte.");
            code.Line($"public bool Equals({type.Name} other) => Json.Equals(other.Json);").Line();
            code.Line("/// <inheritdoc/>");
            code.Line("public override int GetHashCode() => Json.GetHashCode();").Line();
            code.Summary("Returns the JSON.");
            code.Line("public override string ToString() => Json.ToString();");
        });
    }
}
