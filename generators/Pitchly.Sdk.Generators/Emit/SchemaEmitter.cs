using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Emit;

/// <summary>Emits all files of one schema.</summary>
internal static class SchemaEmitter
{
    public static IEnumerable<SourceFile> Emit(SchemaModel schema)
    {
        var types = new TypeText(schema.Namespace);
        var code = new CodeWriter(schema.IsInternal ? "internal" : "public");
        foreach (var type in schema.Types)
        {
            yield return SourceFile.Of(code, schema, type.Name, type.Docs, _ => EmitType(code, type, types));
        }

        foreach (var channel in schema.Channels)
        {
            var callbacks = new CallbacksEmitter(channel, types);
            yield return SourceFile.Of(code, schema, channel.CallbacksInterfaceName, channel.Docs, callbacks.EmitInterface);
            yield return SourceFile.Of(code, schema, channel.CallbacksName, channel.Docs, callbacks.EmitDelegates);
            yield return SourceFile.Of(code, schema, channel.ClientName, channel.Docs, new ChannelEmitter(channel, types).Emit);
        }

        foreach (var client in schema.Clients)
        {
            yield return SourceFile.Of(code, schema, client.ClientName, client.Docs, new ClientEmitter(client, types).Emit);
        }

        if (schema.Webhooks is { } webhooks)
        {
            var emitter = new WebhooksEmitter(webhooks, types);
            var docs = new Docs($"What the server of {schema.FileName} sends by itself.", false);
            yield return SourceFile.Of(code, schema, webhooks.InterfaceName, docs, emitter.EmitInterface);
            yield return SourceFile.Of(code, schema, webhooks.ReaderName, docs, emitter.EmitReader);
        }

        if (schema.Types.Count > 0)
        {
            var resolver = schema.ResolverName;
            var docs = new Docs($"JSON contracts of the types of {schema.FileName}, made with no reflection.", false);
            yield return SourceFile.Of(code, schema, resolver, docs, _ => ResolverEmitter.Emit(code, resolver, schema));
        }

        if (schema.Clients.Count + schema.Channels.Count > 0)
        {
            var docs = new Docs($"Registers what {schema.FileName} describes for dependency injection.", false);
            yield return SourceFile.Of(
                code, schema, schema.ServiceCollectionExtensionsName, docs, _ =>
                    ServiceCollectionEmitter.Emit(code, schema, types), SchemaModel.ServiceCollectionNamespace);
        }
    }

    private static void EmitType(CodeWriter code, TypeModel type, TypeText types)
    {
        switch (type)
        {
            case RecordModel record:
                new RecordEmitter(record, types).Emit(code);
                break;
            case UnionModel union:
                new UnionEmitter(union, types).Emit(code);
                break;
            case IdModel id:
                TextStructEmitter.Emit(code, id);
                break;
            case EnumModel { Kind: not ScalarKind.String } values:
                NumberStructEmitter.Emit(code, values);
                break;
            case EnumModel values:
                TextStructEmitter.Emit(code, values);
                break;
            case OpenObjectModel open:
                OpenObjectEmitter.Emit(code, open);
                break;
        }
    }
}
