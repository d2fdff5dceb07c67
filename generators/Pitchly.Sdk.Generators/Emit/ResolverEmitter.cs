using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the resolver with which JsonSerializer and ASP.NET Core serialize the schema's types without reflection.</summary>
internal static class ResolverEmitter
{
    public static void Emit(CodeWriter code, string name, SchemaModel schema)
    {
        code.Block($"{code.Access} sealed partial class {name} : {Known.IJsonTypeInfoResolver}", () =>
        {
            code.Summary("Gets the shared resolver.");
            code.Line($"public static {name} Default {{ get; }} = new {name}();").Line();
            code.Line("/// <inheritdoc/>");
            code.Line($"public {Known.JsonTypeInfo}? GetTypeInfo({Known.Type} type, {Known.JsonSerializerOptions} options) =>");
            code.Indented(() =>
            {
                var types = schema.JsonTypes.ToList();
                if (types.Count == 0)
                {
                    code.Line("null;");
                }

                foreach (var (type, index) in types.Select((type, index) => (type, index)))
                {
                    var kind = type is IdModel or EnumModel ? "OfText" : type is OpenObjectModel ? "OfStruct" : "OfClass";
                    var call = $"{Known.JsonTypeInfos}.{kind}<{type.Name}>(type, options)";
                    code.Line((index == 0 ? call : "?? " + call) + (index == types.Count - 1 ? ";" : ""));
                }
            });
        });
    }
}
