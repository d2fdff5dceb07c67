using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

internal sealed class ChannelBinder(TypeBinder types, DiagnosticBag diagnostics)
{
    public ChannelModel Bind(ChannelDeclaration channel)
    {
        var name = NameScope.Choose(channel.Name, channel.Notes, NameKind.Channel, diagnostics);
        var model = new ChannelModel(
            name,
            DocsOf.Declaration(channel.Notes, $"The channel {channel.Name.Text}."),
            EquatableArray<EventModel>.Empty,
            EquatableArray<RequestModel>.Empty,
            EquatableArray<CommandModel>.Empty,
            channel.Internal);
        types.Declare(model.ClientName, channel.Name, NameKind.Channel with { What = "the client of the channel" });
        types.Declare(model.CallbacksName, channel.Name, NameKind.Channel with { What = "the callbacks of the channel" });
        types.Declare(model.CallbacksInterfaceName, channel.Name, NameKind.Channel with { What = "the callback interface of the channel" });

        var members = new NameScope(model.ClientName, diagnostics, ReservedNames.Members, ReservedNames.ChannelMembers);
        var delegates = new NameScope(model.CallbacksName, diagnostics, ReservedNames.Members);
        var events = channel.Events.Select(declaration => Bind(declaration, members, delegates, name)).ToEquatableArray();
        return model with
        {
            Events = events,
            Envelope = channel.Envelope,
            Signature = channel.Signature,
            Requests = channel.Requests.Select(declaration => Bind(declaration, channel, events, members, name)).ToEquatableArray(),
            Commands = channel.Commands.Select(declaration => Bind(declaration, members, name)).ToEquatableArray(),
        };
    }

    public WebhooksModel Bind(WebhooksDeclaration webhooks)
    {
        var model =
            new WebhooksModel(NameScope.Choose(webhooks.Name, Notes.None, NameKind.Channel, diagnostics), EquatableArray<EventModel>.Empty);
        types.Declare(model.ReaderName, webhooks.Name, NameKind.Channel with { What = "the reader of the webhooks" });
        types.Declare(model.InterfaceName, webhooks.Name, NameKind.Channel with { What = "the callback interface of the webhooks" });
        var members = new NameScope(model.InterfaceName, diagnostics, ReservedNames.Members);
        return model with
        {
            Signature = webhooks.Signature,
            Events = webhooks.Events
                .Select(item =>
                {
                    var name = members.Take(item.Name, item.Notes, NameKind.Event);
                    var docs = DocsOf.Declaration(item.Notes, $"Called when the server sends '{item.Name.Text}'.");
                    return new EventModel(
                        item.Name.Text, name, docs, Payload(item.Payload, model.Name + name + "Payload"), Cached: false, Required: false);
                })
                .ToEquatableArray(),
        };
    }

    private EventModel Bind(EventDeclaration declaration, NameScope members, NameScope delegates, string channel)
    {
        var name = members.Take(declaration.Name, declaration.Notes, NameKind.Event);
        members.Take(declaration.Name, declaration.Notes, NameKind.EventHelper, prefix: "Raise", suffix: "Async");
        delegates.Take(declaration.Name, declaration.Notes, NameKind.EventDelegate, prefix: "On");
        members.Take(declaration.Name, declaration.Notes, NameKind.EventHook, suffix: "Received");
        if (declaration.Cached && declaration.Payload is null)
        {
            diagnostics.Add(
                SchemaDescriptors.NotApplicable,
                declaration.Name.At,
                "cached",
                $"the event '{declaration.Name.Text}', which has no payload",
                "give it a payload, or leave 'cached' out");
        }

        return new EventModel(
            declaration.Name.Text,
            name,
            DocsOf.Declaration(declaration.Notes, $"The event '{declaration.Name.Text}'."),
            Payload(declaration.Payload, channel + name + "Payload"),
            declaration.Cached,
            declaration.Required);
    }

    private RequestModel Bind(
        RequestDeclaration declaration,
        ChannelDeclaration channel,
        EquatableArray<EventModel> events,
        NameScope members,
        string channelName)
    {
        var name = members.Take(declaration.Name, declaration.Notes, NameKind.Request, suffix: "Async");
        var reply = types.Bind(declaration.Reply, channelName + name + "Reply");
        RefuseConstant(declaration.Reply, reply);
        var raised = channel.Events.Select((candidate, index) => (candidate, index))
            .Where(pair => declaration.Raises is not null
                && pair.candidate.Name.Text == declaration.Raises.Text
                && pair.candidate.Payload is not null)
            .Select(pair => events[pair.index])
            .FirstOrDefault();
        var known = reply is not UnknownRef && raised?.Payload is not UnknownRef;
        if (raised is not null && known && raised.Payload != reply)
        {
            diagnostics.Add(
                SchemaDescriptors.WrongValue,
                declaration.Raises!.At,
                "'raises'",
                "an event whose payload has the type of the reply",
                $"'{raised.WireName}', whose payload has another type");
        }

        return new RequestModel(
            declaration.Name.Text,
            name,
            DocsOf.Declaration(declaration.Notes, $"The request '{declaration.Name.Text}'."),
            Payload(declaration.Payload, channelName + name + "Payload"),
            reply,
            raised?.WireName,
            declaration.Internal);
    }

    private CommandModel Bind(CommandDeclaration declaration, NameScope members, string channel)
    {
        var name = members.Take(declaration.Name, declaration.Notes, NameKind.Command, suffix: "Async");
        return new CommandModel(
            declaration.Name.Text,
            name,
            DocsOf.Declaration(declaration.Notes, $"The command '{declaration.Name.Text}'."),
            Payload(declaration.Payload, channel + name + "Payload"),
            declaration.Internal);
    }

    private TypeRef? Payload(TypeSyntax? type, string inlineName)
    {
        if (type is null)
        {
            return null;
        }

        var bound = types.Bind(type, inlineName);
        RefuseConstant(type, bound);
        return bound;
    }

    private void RefuseConstant(TypeSyntax syntax, TypeRef bound)
    {
        if (bound is ConstRef)
        {
            diagnostics.Add(
                SchemaDescriptors.UnsupportedHere,
                syntax.At,
                "A constant",
                "a payload or reply",
                "it would contain no information; leave the payload out, or use a string");
        }
    }
}
