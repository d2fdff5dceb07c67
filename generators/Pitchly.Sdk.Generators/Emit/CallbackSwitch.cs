using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits the code that runs the callback for a received event, by the event's name.</summary>
internal sealed class CallbackSwitch(TypeText types)
{
    private readonly JsonCode _json = new(types);

    /// <summary>Emits the member of a callback interface that receives events from any transport.</summary>
    public void EmitMember(CodeWriter code, string interfaceName, IEnumerable<EventModel> events)
    {
        code.Line($"static async {Known.ValueTask}<bool> {Base(interfaceName)}.ReceiveAsync(");
        code.Indented(() => code.Line(
            $"string name, {Known.ReadOnlyMemory}<byte> utf8Json, {interfaceName} callbacks, "
                + $"{Known.CancellationToken} cancellationToken)"));
        code.Line("{");
        code.Indented(() => Emit(code, events));
        code.Line("}");
    }

    /// <summary>Returns the base interface of a callback interface.</summary>
    public static string Base(string interfaceName) => $"{Known.IPitchlyCallbacks}<{interfaceName}>";

    private void Emit(CodeWriter code, IEnumerable<EventModel> events)
    {
        code.Block("if (callbacks is null)", () => code.Line($"throw new {Known.ArgumentNullException}(\"callbacks\");")).Line();
        code.Block("switch (name)", () =>
        {
            foreach (var item in events)
            {
                code.Line($"case {Literal(item.WireName)}:");
                code.Indented(() =>
                {
                    var payload = item.Payload is null ? ""
                        : $"{Known.JsonRead}.Whole(utf8Json, {_json.ReadDelegate(item.Payload, item.Name)}), ";
                    code
                        .Line($"await callbacks.{item.CallbackName}({payload}cancellationToken).ConfigureAwait(false);")
                        .Line("return true;");
                });
            }

            code.Line("default:");
            code.Indented(() => code.Line("return false;"));
        });
    }
}
