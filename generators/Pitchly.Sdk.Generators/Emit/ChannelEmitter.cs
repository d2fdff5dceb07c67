using Pitchly.Generators.Model;
using static Pitchly.Generators.Emit.CodeWriter;

namespace Pitchly.Generators.Emit;

/// <summary>Emits a channel's client: its cached events, requests and commands.</summary>
internal sealed class ChannelEmitter(ChannelModel channel, TypeText types)
{
    private readonly JsonCode _json = new(types);

    public void Emit(CodeWriter code)
    {
        code.Block($"{code.Access} sealed partial class {channel.ClientName} : {Known.PitchlyChannelClient}", () =>
        {
            EmitConstruction(code);
            EnvelopeCode.EmitSequence(code, channel);
            foreach (var item in channel.Events.Where(item => item.Cached && item.Payload is not null))
            {
                code.Line();
                EmitCached(code, item);
            }

            foreach (var request in channel.Requests)
            {
                code.Line();
                EmitRequest(code, request);
            }

            foreach (var command in channel.Commands)
            {
                code.Line();
                EmitCommand(code, command);
            }

            code.Line();
            EmitReceive(code);
            foreach (var item in channel.Events.Where(item => item.Payload is not null))
            {
                code.Line();
                EmitRaise(code, item);
            }
        });
    }

    private void EmitConstruction(CodeWriter code)
    {
        EnvelopeCode.EmitField(code, channel);
        code.Line($"private readonly {channel.CallbacksInterfaceName} _callbacks;").Line();
        code.Line($"private {channel.ClientName}({Known.PitchlyTransportFactory} transport, {channel.CallbacksInterfaceName} callbacks, "
            + $"{Known.PitchlyChannelOptions} options)");
        var envelope = channel.Envelope is null ? "" : ", _envelope";
        code.Indented(() => code.Line($": base(transport, options{envelope}) => "
            + $"_callbacks = callbacks ?? throw new {Known.ArgumentNullException}(\"callbacks\");"));
        if (channel.Internal)
        {
            return;
        }

        code.Line();
        code.Summary("Opens the channel. The callbacks receive its events from then on.");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The other side cannot be reached.</exception>");
        code.Block($"public static async {Known.ValueTask}<{channel.ClientName}> ConnectAsync({Known.PitchlyTransportFactory} transport, "
            + $"{channel.CallbacksInterfaceName} callbacks, {Known.PitchlyChannelOptions}? options = null, "
                + $"{Known.CancellationToken} cancellationToken = default)", () =>
        {
            code.Line($"{channel.ClientName} client = new {channel.ClientName}(transport, callbacks, options ?? new "
                + $"{Known.PitchlyChannelOptions}());");
            code.Line("await client.StartAsync(cancellationToken).ConfigureAwait(false);");
            code.Line("return client;");
        });
    }

    private void EmitCached(CodeWriter code, EventModel item)
    {
        var field = $"_cached{item.Name}";
        code.Line($"private volatile {Known.Cached}<{types.Of(item.Payload!)}>? {field};").Line();
        code.Summary(item.Docs.Summary + "\nThe last value received, or null before the first event.").Obsolete(item.Docs.Obsolete);
        code.Line($"public {types.Nullable(item.Payload!)} {item.Name} => {field}?.Value;");
    }

    private void EmitRequest(CodeWriter code, RequestModel request)
    {
        var raised = channel.Events.FirstOrDefault(item => item.WireName == request.Raises);
        EmitDocs(code, request.Docs, request.Payload is not null);
        var callback = raised is null ? "" : $" Its callback <c>{raised.CallbackName}</c> has already run.";
        code.Line($"/// <returns>The reply.{callback}</returns>");
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The platform refused the request, did not reply in time, or "
            + $"cannot be reached.</exception>");
        code.Obsolete(request.Docs.Obsolete);
        code.Line($"{Access(request.Internal)} {Known.ValueTask}<{types.Of(request.Reply)}> "
            + $"{request.MethodName}({Payload(request.Payload)}{Known.CancellationToken} cancellationToken = default) =>");
        code.Indented(() => EmitCall(code, "RequestAsync(" + Literal(request.WireName), request.Payload,
            $", {_json.ReadDelegate(request.Reply, request.WireName)}, {(raised is null ? "null" : RaiseMethod(raised))}, "
                + $"cancellationToken);"));
    }

    private void EmitCommand(CodeWriter code, CommandModel command)
    {
        EmitDocs(code, command.Docs, command.Payload is not null);
        code.Line($"/// <exception cref=\"{Known.PitchlyException}\">The other side cannot be reached.</exception>");
        code.Obsolete(command.Docs.Obsolete);
        var parameters = $"{Payload(command.Payload)}{Known.CancellationToken} cancellationToken = default";
        code.Line($"{Access(command.Internal)} {Known.ValueTask} {command.MethodName}({parameters}) =>");
        code.Indented(() => EmitCall(code, "SendCommandAsync(" + Literal(command.WireName), command.Payload, ", cancellationToken);"));
    }

    private void EmitCall(CodeWriter code, string start, TypeRef? payload, string end)
    {
        if (payload is null)
        {
            code.Line(start + end);
        }
        else
        {
            _json.WriteLambda(code, start + ", ", "payload", payload, end);
        }
    }

    private void EmitReceive(CodeWriter code)
    {
        code.Line("/// <inheritdoc/>");
        code.Block($"protected override {Known.ValueTask} RaiseAsync({Known.PitchlyMessage} message, "
            + $"{Known.CancellationToken} cancellationToken)", () =>
            code.Block("switch (message.Type)", () =>
            {
                foreach (var item in channel.Events)
                {
                    code.Line($"case {Literal(item.WireName)}:");
                    code.Indented(() => code.Line(item.Payload is null
                        ? $"return _callbacks.{item.CallbackName}(cancellationToken);"
                        : $"return {RaiseMethod(item)}(ReadPayload(message, {_json.ReadDelegate(item.Payload, item.WireName)}), "
                            + $"cancellationToken);"));
                }

                code.Line("default:");
                code.Indented(() => code.Line("return _callbacks.OnUnknownMessageAsync(message, cancellationToken);"));
            })).Line();
        var cached = channel.Events.Where(item => item.Cached).Select(item => Literal(item.WireName)).ToList();
        if (cached.Count > 0)
        {
            code.Line("/// <inheritdoc/>");
            code.Line($"protected override bool IsCached(string type) => type is {string.Join(" or ", cached)};").Line();
        }

        code.Line("/// <inheritdoc/>");
        code.Line($"protected override {Known.ValueTask} OnCallbackFailedAsync(string callback, {Known.Exception} exception, "
            + $"{Known.CancellationToken} cancellationToken) =>");
        code.Indented(() => code.Line("_callbacks.OnCallbackFailedAsync(callback, exception, cancellationToken);"));
    }

    private void EmitRaise(CodeWriter code, EventModel item)
    {
        code.Block($"private {Known.ValueTask} {RaiseMethod(item)}({types.Of(item.Payload!)} value, "
            + $"{Known.CancellationToken} cancellationToken)", () =>
        {
            if (item.Cached)
            {
                code.Line($"_cached{item.Name} = new {Known.Cached}<{types.Of(item.Payload!)}>(value);");
            }

            code.Line($"{item.Name}Received(value);");
            code.Line($"return _callbacks.{item.CallbackName}(value, cancellationToken);");
        }).Line();
        code.Line($"partial void {item.Name}Received({types.Of(item.Payload!)} value);");
    }

    private static string RaiseMethod(EventModel item) => $"Raise{item.Name}Async";

    private static void EmitDocs(CodeWriter code, Docs docs, bool hasPayload)
    {
        code.Summary(docs.Summary);
        if (hasPayload)
        {
            code.Param("payload", "The payload.");
        }

        code.Param("cancellationToken", "A token to cancel the wait.");
    }

    private string Payload(TypeRef? payload) => payload is null ? "" : $"{types.Of(payload)} payload, ";

    private static string Access(bool isInternal) => isInternal ? "internal" : "public";
}
