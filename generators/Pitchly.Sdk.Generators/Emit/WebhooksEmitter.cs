using Pitchly.Generators.Model;

namespace Pitchly.Generators.Emit;

/// <summary>
/// Emits the interface that the App implements to handle webhooks, and the reader for the body of a webhook request.
/// </summary>
internal sealed class WebhooksEmitter(WebhooksModel webhooks, TypeText types)
{
    public void EmitInterface(CodeWriter code) => code.Block($"{code.Access} partial interface {webhooks.InterfaceName} : "
        + $"{CallbackSwitch.Base(webhooks.InterfaceName)}", () =>
    {
        code.Separated(webhooks.Events, item =>
        {
            code.Summary(item.Docs.Summary);
            if (item.Payload is not null)
            {
                code.Param("payload", "The payload.");
            }

            code.Param("cancellationToken", "A token to cancel the callback.");
            code.Obsolete(item.Docs.Obsolete);
            var payload = item.Payload is null ? "" : $"{types.Of(item.Payload)} payload, ";
            code.Line($"{Known.ValueTask} {item.CallbackName}({payload}{Known.CancellationToken} cancellationToken) => default;");
        });
        code.Line();
        new CallbackSwitch(types).EmitMember(code, webhooks.InterfaceName, webhooks.Events);
        CallbackSignatureCode.EmitMember(code, webhooks.InterfaceName, webhooks.Signature);
    });

    public void EmitReader(CodeWriter code) => code.Block($"{code.Access} static partial class {webhooks.ReaderName}", () =>
    {
        code.Summary("Reads the body of a request and runs its callback.");
        code.Param("name", "The name of the webhook in the document.");
        code.Param("utf8Json", "The body. Verify its signature first.");
        code.Param("callbacks", "The callbacks to run.");
        code.Param("cancellationToken", "A token to cancel the callback.");
        code.Line("/// <returns><see langword=\"true\"/> if the document defines the name; otherwise, <see langword=\"false\"/>, and "
            + "nothing is read.</returns>");
        code.Line($"/// <exception cref=\"{Known.JsonException}\">The body does not match the document.</exception>");
        code.Line($"public static {Known.ValueTask}<bool> ReceiveAsync(");
        code.Indented(() => code
            .Line($"string name, {Known.ReadOnlyMemory}<byte> utf8Json, {webhooks.InterfaceName} callbacks, "
                + $"{Known.CancellationToken} cancellationToken = default) =>")
            .Line("Run(name, utf8Json, callbacks, cancellationToken);")).Line();
        code.Line($"private static {Known.ValueTask}<bool> Run<T>(string name, {Known.ReadOnlyMemory}<byte> utf8Json, T callbacks, "
            + $"{Known.CancellationToken} cancellationToken)");
        code.Indented(() => code
            .Line($"where T : class, {CallbackSwitch.Base("T")} => T.ReceiveAsync(name, utf8Json, callbacks, cancellationToken);"));
    });
}
