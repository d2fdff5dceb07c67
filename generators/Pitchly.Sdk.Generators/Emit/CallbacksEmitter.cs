using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>Emits what the App implements to hear a channel's events: an interface, and a class of delegates.</summary>
internal sealed class CallbacksEmitter(ChannelModel channel, TypeText types)
{
    private const string UnknownSummary = "A message came that the schema does not know, for the platform may be newer than this SDK.";

    private const string FailedSummary = "A callback threw. It was logged, and the callbacks after it run all the same.";

    public void EmitInterface(CodeWriter code)
    {
        code.Block($"public partial interface {channel.CallbacksInterfaceName}", () =>
        {
            foreach (var item in channel.Events)
            {
                EmitDocs(code, item);
                code.Obsolete(item.Docs.Obsolete);
                code.Line($"ValueTask {item.CallbackName}({Parameters(item)}){(item.Required ? "" : " => default")};").Line();
            }

            code.Summary(UnknownSummary);
            code.Line("ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) => default;").Line();
            code.Summary(FailedSummary);
            code.Line("ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken) => default;");
        });
    }

    public void EmitDelegates(CodeWriter code)
    {
        code.Block($"public sealed partial class {channel.CallbacksName} : {channel.CallbacksInterfaceName}", () =>
        {
            foreach (var item in channel.Events)
            {
                code.Summary(item.Docs.Summary).Obsolete(item.Docs.Obsolete);
                var required = item.Required && !item.Docs.Obsolete;
                code.Line($"public {(required ? "required " : "")}{Delegate(item)}{(required ? "" : "?")} On{item.Name} {{ get; init; }}").Line();
            }

            code.Summary(UnknownSummary);
            code.Line("public Func<PitchlyMessage, CancellationToken, ValueTask>? OnUnknownMessage { get; init; }").Line();
            code.Summary(FailedSummary);
            code.Line("public Func<string, Exception, CancellationToken, ValueTask>? OnCallbackFailed { get; init; }").Line();
            foreach (var item in channel.Events)
            {
                code.Line($"ValueTask {channel.CallbacksInterfaceName}.{item.CallbackName}({Parameters(item)}) => On{item.Name}?.Invoke({Arguments(item)}) ?? default;").Line();
            }

            code.Line($"ValueTask {channel.CallbacksInterfaceName}.OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) => OnUnknownMessage?.Invoke(message, cancellationToken) ?? default;").Line();
            code.Line($"ValueTask {channel.CallbacksInterfaceName}.OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken) => OnCallbackFailed?.Invoke(callback, exception, cancellationToken) ?? default;");
        });
    }

    private static string Parameter(EventModel item) =>
        CSharpName.Escape(Locals.Pick(CSharpName.Camel(item.Name), Locals.Reserved("cancellationToken")));

    private static string Arguments(EventModel item) =>
        item.Payload is null ? "cancellationToken" : $"{Parameter(item)}, cancellationToken";

    private string Parameters(EventModel item) =>
        (item.Payload is null ? "" : $"{types.Of(item.Payload)} {Parameter(item)}, ") + "CancellationToken cancellationToken";

    private string Delegate(EventModel item) =>
        $"Func<{(item.Payload is null ? "" : types.Of(item.Payload) + ", ")}CancellationToken, ValueTask>";

    private static void EmitDocs(CodeWriter code, EventModel item)
    {
        code.Summary(item.Docs.Summary);
        if (item.Payload is not null)
        {
            code.Param(Parameter(item), $"What the event '{item.WireName}' brings.");
        }

        code.Param("cancellationToken", "Cancelled when the client is disposed of.");
    }
}
