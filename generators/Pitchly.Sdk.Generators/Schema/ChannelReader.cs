using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>Reads channels with their events, requests, and commands, which follow AsyncAPI.</summary>
internal sealed class ChannelReader(TypeReader types, DiagnosticBag diagnostics)
{
    private readonly SignatureReader _signatures = new(diagnostics);
    private readonly EnvelopeReader _envelopes = new(diagnostics);

    public EquatableArray<ChannelDeclaration> Read(SchemaObject? root) =>
        (root?.Entries("channels", "The channel") ?? [])
            .Select(entry => (entry.Name, Channel: SchemaObject.Of(entry.Value, entry.Name.Text, Keywords.Channel, diagnostics)))
            .Where(entry => entry.Channel is not null)
            .Select(entry => ReadChannel(entry.Name, entry.Channel!))
            .ToEquatableArray();

    /// <summary>Reads the webhooks, which a server sends over HTTP.</summary>
    /// <param name="root">The schema.</param>
    /// <param name="name">The file's name, which is the name of the webhooks if they have none.</param>
    public WebhooksDeclaration? ReadWebhooks(SchemaObject? root, string name)
    {
        if (root?.Get("webhooks") is not { } node
            || SchemaObject.Of(node, "webhooks", Keywords.Webhooks, diagnostics) is not { } webhooks)
        {
            return null;
        }

        var events = Declarations(webhooks, "events", "The event", Keywords.Event, ReadWebhook);
        webhooks.Require("events", "it contains the events that the server sends");
        var signature = _signatures.Read(webhooks);
        var owner = webhooks.GetName("name") ?? new Name(name, node.At with { Length = 1 });
        return events.Count == 0 ? null : new WebhooksDeclaration(owner, events) { Signature = signature };
    }

    private ChannelDeclaration ReadChannel(Name name, SchemaObject channel)
    {
        var events = Declarations(channel, "events", "The event", Keywords.Event, ReadEvent);
        var requests = Declarations(channel, "requests", "The request", Keywords.Request, ReadRequest);
        var commands = Declarations(channel, "commands", "The command", Keywords.Command, ReadCommand);
        foreach (var request in requests)
        {
            CheckRaises(request, events);
        }

        return new ChannelDeclaration(name, channel.ReadNotes(), events, requests, commands, channel.IsTrue("internal"))
        {
            Envelope = _envelopes.Read(channel),
            Signature = _signatures.Read(channel),
        };
    }

    private EventDeclaration ReadEvent(Name name, SchemaObject declaration) => new(
        name, declaration.ReadNotes(), Payload(declaration, "payload"), declaration.IsTrue("cached"),
        declaration.IsTrue("required"));

    private EventDeclaration ReadWebhook(Name name, SchemaObject declaration)
    {
        declaration.Refuse("cached", "a webhook", "leave it out, since the values of webhooks are not cached");
        declaration.Refuse("required", "a webhook", "leave it out, since every method of the interface has a default body");
        return ReadEvent(name, declaration) with { Cached = false, Required = false };
    }

    private RequestDeclaration ReadRequest(Name name, SchemaObject declaration)
    {
        declaration.Require("reply", "it is the type of the reply", name.At);
        return new RequestDeclaration(
            name,
            declaration.ReadNotes(),
            Payload(declaration, "payload"),
            Payload(declaration, "reply") ?? new UnknownSyntax(declaration.At, Notes.None),
            declaration.GetName("raises"),
            declaration.IsTrue("internal"));
    }

    private CommandDeclaration ReadCommand(Name name, SchemaObject declaration) => new(
        name, declaration.ReadNotes(), Payload(declaration, "payload"), declaration.IsTrue("internal"));

    private TypeSyntax? Payload(SchemaObject declaration, string keyword) =>
        declaration.Get(keyword) is { } node ? types.Read(node, keyword) : null;

    private EquatableArray<T> Declarations<T>(
        SchemaObject channel, string keyword, string what, KeywordSet keywords, Func<Name, SchemaObject, T> read)
        where T : IEquatable<T>
    {
        var declarations = new List<T>();
        foreach (var entry in channel.Entries(keyword, what))
        {
            if (SchemaObject.Of(entry.Value, entry.Name.Text, keywords, diagnostics) is { } declaration)
            {
                declarations.Add(read(entry.Name, declaration));
            }
        }

        return declarations.ToEquatableArray();
    }

    private void CheckRaises(RequestDeclaration request, EquatableArray<EventDeclaration> events)
    {
        if (request.Raises is not { } raises)
        {
            return;
        }

        if (events.FirstOrDefault(candidate => candidate.Name.Text == raises.Text) is not { } raised)
        {
            diagnostics.Add(SchemaDescriptors.DanglingReference, raises.At, raises.Text, "the channel has no event with this name");
        }
        else if (raised.Payload is null)
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                raises.At,
                "raises",
                $"the event '{raises.Text}', which has no payload",
                "give the event a payload of the reply's type");
        }
    }
}
