using Pitchly.Generators.Model;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Emit;

/// <summary>Emits all files of one schema.</summary>
internal static class SchemaEmitter
{
    /// <summary>Emits the files in parallel. They do not depend on each other.</summary>
    public static IReadOnlyList<SourceFile> Emit(SchemaModel schema, CancellationToken cancellationToken)
    {
        var files = Files(schema).ToList();
        var emitted = new SourceFile[files.Count];
        var options = new ParallelOptions { CancellationToken = cancellationToken };
        Parallel.For(0, files.Count, options, () => new FileWriter(schema), (i, _, writer) => Write(writer, i), _ => { });
        return emitted;

        FileWriter Write(FileWriter writer, int i)
        {
            emitted[i] = writer.Write(files[i]);
            return writer;
        }
    }

    /// <summary>Returns the files, starting with the clients, which are the longest.</summary>
    private static IEnumerable<PlannedFile> Files(SchemaModel schema)
    {
        foreach (var client in schema.Clients)
        {
            yield return new(client.ClientName, client.Docs, (code, types) => new ClientEmitter(client, types).Emit(code));
        }

        foreach (var channel in schema.Channels)
        {
            yield return new(
                channel.CallbacksInterfaceName, channel.Docs, (code, types) => new CallbacksEmitter(channel, types).EmitInterface(code));
            yield return new(
                channel.CallbacksName, channel.Docs, (code, types) => new CallbacksEmitter(channel, types).EmitDelegates(code));
            yield return new(channel.ClientName, channel.Docs, (code, types) => new ChannelEmitter(channel, types).Emit(code));
        }

        if (schema.Webhooks is { } webhooks)
        {
            var docs = new Docs($"The webhooks that the server of {schema.FileName} sends.", false);
            yield return new(webhooks.InterfaceName, docs, (code, types) => new WebhooksEmitter(webhooks, types).EmitInterface(code));
            yield return new(webhooks.ReaderName, docs, (code, types) => new WebhooksEmitter(webhooks, types).EmitReader(code));
        }

        foreach (var type in schema.Types)
        {
            yield return new(type.Name, type.Docs, (code, types) => EmitType(code, type, types));
        }

        if (schema.Types.Count > 0)
        {
            var resolver = schema.ResolverName;
            var docs = new Docs($"The JSON contracts of the types of {schema.FileName}, created without reflection.", false);
            yield return new(resolver, docs, (code, _) => ResolverEmitter.Emit(code, resolver, schema));
        }

        if (schema.Clients.Count + schema.Channels.Count > 0)
        {
            var docs = new Docs($"Registers the clients and callbacks of {schema.FileName} for dependency injection.", false);
            yield return new(
                schema.ServiceCollectionExtensionsName, docs, (code, types) => ServiceCollectionEmitter.Emit(code, schema, types))
            {
                Namespace = SchemaModel.ServiceCollectionNamespace,
            };
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
