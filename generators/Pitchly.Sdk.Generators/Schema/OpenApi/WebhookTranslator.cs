namespace Pitchly.Generators.Schema;

/// <summary>Translates webhooks, and the callbacks of operations, into events that an App receives over HTTP.</summary>
internal sealed class WebhookTranslator(OpenApiSource source, SchemaTranslator schemas)
{
    /// <summary>Returns the webhooks; <see langword="null"/> if there are none.</summary>
    public WebhooksDeclaration? Read(Name title)
    {
        var events = new Dictionary<string, EventDeclaration>();
        foreach (var (name, item) in Items())
        {
            foreach (var member in item.Members.Where(member => OperationTranslator.Methods.Contains(member.Name.Text)))
            {
                if (!events.ContainsKey(name.Text) && Read(name, member.Value) is { } read)
                {
                    events.Add(name.Text, read);
                }
            }
        }

        return events.Count == 0 ? null : new WebhooksDeclaration(title, events.Values.ToEquatableArray());
    }

    private EventDeclaration? Read(Name name, JsonNode operation)
    {
        var body = operation.Member("requestBody") is { } written ? source.Resolve(written) : null;
        var contents = ContentTranslator.Of(body?.Member("content"));
        if (contents.Count > 0 && contents[0].Kind != ContentKind.Json)
        {
            source.LeaveOut(name.At, $"the body of '{name.Text}' is not JSON, so the webhook is left out");
            return null;
        }

        var schema = contents.Count == 0 ? null : contents[0].Content.Member("schema");
        var type = schema is null ? null : schemas.Read(schema, name.Text + " webhook", SchemaUse.Received);
        return new EventDeclaration(name, NotesTranslator.Of(operation), type, Cached: false, Required: false);
    }

    private IEnumerable<(Name Name, JsonNode Item)> Items()
    {
        foreach (var hook in source.Root.Member("webhooks")?.Members ?? [])
        {
            if (source.Resolve(hook.Value) is { Kind: JsonKinds.Object } item)
            {
                yield return (hook.Name, item);
            }
        }

        var operations = (source.Root.Member("paths")?.Members ?? [])
            .SelectMany(path => path.Value.Members)
            .Where(member => OperationTranslator.Methods.Contains(member.Name.Text));
        foreach (var callback in operations.SelectMany(operation => operation.Value.Member("callbacks")?.Members ?? []))
        {
            foreach (var expression in source.Resolve(callback.Value)?.Members ?? [])
            {
                if (source.Resolve(expression.Value) is { Kind: JsonKinds.Object } item)
                {
                    yield return (callback.Name, item);
                }
            }
        }
    }
}
