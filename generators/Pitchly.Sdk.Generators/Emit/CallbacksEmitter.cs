using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>
/// Emits the types with which the App handles a channel's events: an interface, and a class of delegates that implements it.
/// </summary>
internal sealed class CallbacksEmitter(ChannelModel channel, TypeText types)
{
    private const string UnknownSummary =
        "Called when a message arrives that the schema does not define. The platform may be newer than this SDK.";

    private const string FailedSummary =
        "Called when a callback threw an exception. The exception is logged, and later callbacks still run.";

    public void EmitInterface(CodeWriter code)
    {
        code.Block($"{code.Access} partial interface {channel.CallbacksInterfaceName} : "
            + $"{CallbackSwitch.Base(channel.CallbacksInterfaceName)}", () =>
        {
            foreach (var item in channel.Events)
            {
                EmitDocs(code, item);
                code.Obsolete(item.Docs.Obsolete);
                code.Line($"{Known.ValueTask} {item.CallbackName}({Parameters(item)}){(item.Required ? "" : " => default")};").Line();
            }

            code.Summary(UnknownSummary);
            code.Line($"{Known.ValueTask} OnUnknownMessageAsync({Known.PitchlyMessage} message, "
                + $"{Known.CancellationToken} cancellationToken) => default;").Line();
            code.Summary(FailedSummary);
            code.Line($"{Known.ValueTask} OnCallbackFailedAsync(string callback, {Known.Exception} exception, "
                + $"{Known.CancellationToken} cancellationToken) => default;").Line();
            new CallbackSwitch(types).EmitMember(code, channel.CallbacksInterfaceName, channel.Events);
            EnvelopeCode.EmitMember(code, channel);
            CallbackSignatureCode.EmitMember(code, channel.CallbacksInterfaceName, channel.Signature);
        });
    }

    public void EmitDelegates(CodeWriter code)
    {
        code.Block($"{code.Access} sealed partial class {channel.CallbacksName} : {channel.CallbacksInterfaceName}", () =>
        {
            foreach (var item in channel.Events)
            {
                code.Summary(item.Docs.Summary).Obsolete(item.Docs.Obsolete);
                var required = item.Required && !item.Docs.Obsolete;
                code
                    .Line($"public {(required ? "required " : "")}{Delegate(item)}{(required ? "" : "?")} On{item.Name} {{ get; init; }}")
                    .Line();
            }

            code.Summary(UnknownSummary);
            code.Line($"public {Known.Func}<{Known.PitchlyMessage}, {Known.CancellationToken}, {Known.ValueTask}>? OnUnknownMessage {{ "
                + $"get; init; }}").Line();
            code.Summary(FailedSummary);
            code.Line($"public {Known.Func}<string, {Known.Exception}, {Known.CancellationToken}, {Known.ValueTask}>? OnCallbackFailed {{ "
                + $"get; init; }}").Line();
            foreach (var item in channel.Events)
            {
                code.Line($"{Known.ValueTask} {channel.CallbacksInterfaceName}.{item.CallbackName}({Parameters(item)}) => "
                    + $"On{item.Name}?.Invoke({Arguments(item)}) ?? default;").Line();
            }

            code
                .Line($"{Known.ValueTask} {channel.CallbacksInterfaceName}.OnUnknownMessageAsync({Known.PitchlyMessage} message, "
                    + $"{Known.CancellationToken} cancellationToken) => OnUnknownMessage?.Invoke(message, cancellationToken) ?? default;")
                .Line();
            code.Line($"{Known.ValueTask} {channel.CallbacksInterfaceName}.OnCallbackFailedAsync(string callback, "
                + $"{Known.Exception} exception, {Known.CancellationToken} cancellationToken) => OnCallbackFailed?.Invoke(callback, "
                    + $"exception, cancellationToken) ?? default;");
        });
    }

    private static string Parameter(EventModel item) =>
        CSharpName.Escape(Locals.Pick(CSharpName.Camel(item.Name), Locals.Reserved("cancellationToken")));

    private static string Arguments(EventModel item) =>
        item.Payload is null ? "cancellationToken" : $"{Parameter(item)}, cancellationToken";

    private string Parameters(EventModel item) =>
        (item.Payload is null ? "" : $"{types.Of(item.Payload)} {Parameter(item)}, ") + $"{Known.CancellationToken} cancellationToken";

    private string Delegate(EventModel item) =>
        $"{Known.Func}<{(item.Payload is null ? "" : types.Of(item.Payload) + ", ")}{Known.CancellationToken}, {Known.ValueTask}>";

    private static void EmitDocs(CodeWriter code, EventModel item)
    {
        code.Summary(item.Docs.Summary);
        if (item.Payload is not null)
        {
            code.Param(Parameter(item), $"The payload of the event '{item.WireName}'.");
        }

        code.Param("cancellationToken", "A token that is canceled when the client is disposed.");
    }
}
