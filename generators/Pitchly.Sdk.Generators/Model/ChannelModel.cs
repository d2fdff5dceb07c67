using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <param name="Name">The channel's C# name, for example <c>PitchlyApp</c>.</param>
/// <param name="Docs">The channel's documentation.</param>
/// <param name="Events">The events that the platform sends to the App.</param>
/// <param name="Requests">The requests that the App sends to the platform.</param>
/// <param name="Commands">The commands that the App sends to the platform.</param>
/// <param name="Internal">A value indicating whether only hand-written code of the same project creates the channel's client.</param>
internal sealed record ChannelModel(
    string Name,
    Docs Docs,
    EquatableArray<EventModel> Events,
    EquatableArray<RequestModel> Requests,
    EquatableArray<CommandModel> Commands,
    bool Internal)
{
    /// <summary>Gets the names of the message members; <see langword="null"/> for Pitchly's names.</summary>
    public EnvelopeDeclaration? Envelope { get; init; }

    /// <summary>Gets how the platform signs events over HTTP; <see langword="null"/> if the schema does not declare a signature.</summary>
    public SignatureDeclaration? Signature { get; init; }

    public string ClientName => Name + "Client";

    public string CallbacksName => Name + "Callbacks";

    public string CallbacksInterfaceName => "I" + CallbacksName;
}

/// <param name="Name">The C# name of the webhooks.</param>
/// <param name="Events">The events that the server sends.</param>
internal sealed record WebhooksModel(string Name, EquatableArray<EventModel> Events)
{
    /// <summary>Gets how the server signs its requests; <see langword="null"/> if the schema does not declare a signature.</summary>
    public SignatureDeclaration? Signature { get; init; }

    public string ReaderName => Name + "Webhooks";

    public string InterfaceName => "I" + ReaderName;
}

internal sealed record EventModel(string WireName, string Name, Docs Docs, TypeRef? Payload, bool Cached, bool Required)
{
    public string CallbackName => $"On{Name}Async";
}

internal sealed record RequestModel(string WireName, string Name, Docs Docs, TypeRef? Payload, TypeRef Reply, string? Raises, bool Internal)
{
    public string MethodName => Name + "Async";
}

internal sealed record CommandModel(string WireName, string Name, Docs Docs, TypeRef? Payload, bool Internal)
{
    public string MethodName => Name + "Async";
}
