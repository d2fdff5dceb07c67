using Pitchly.Generators.Schema;

namespace Pitchly.Generators.Model;

/// <param name="Name">The channel's C# name, for example <c>PitchlyApp</c>.</param>
/// <param name="Docs">What it is for.</param>
/// <param name="Events">What the platform tells the App.</param>
/// <param name="Requests">What the App asks the platform.</param>
/// <param name="Commands">What the App tells the platform.</param>
/// <param name="Internal">Its client is made by hand-written code of the same project alone.</param>
internal sealed record ChannelModel(
    string Name,
    Docs Docs,
    EquatableArray<EventModel> Events,
    EquatableArray<RequestModel> Requests,
    EquatableArray<CommandModel> Commands,
    bool Internal)
{
    /// <summary>How messages call their members; <see langword="null"/> if as Pitchly's.</summary>
    public EnvelopeDeclaration? Envelope { get; init; }

    /// <summary>How the platform signs events that come over HTTP; <see langword="null"/> if the schema does not say.</summary>
    public SignatureDeclaration? Signature { get; init; }

    public string ClientName => Name + "Client";

    public string CallbacksName => Name + "Callbacks";

    public string CallbacksInterfaceName => "I" + CallbacksName;
}

/// <param name="Name">Whose they are, as a C# name.</param>
/// <param name="Events">What is sent.</param>
internal sealed record WebhooksModel(string Name, EquatableArray<EventModel> Events)
{
    /// <summary>How the server signs what it sends; <see langword="null"/> if the schema does not say.</summary>
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
