namespace Pitchly.Generators.Model;

/// <summary>Names of members that generated types always have.</summary>
internal static class ReservedNames
{
    /// <summary>Members of every record, object, and struct.</summary>
    public static readonly HashSet<string> Members =
    [
        "Clone", "CompareTo", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone",
        "PrintMembers", "ReadJson", "ReferenceEquals", "ToString", "WriteJson",
    ];

    /// <summary>Members that some kinds of generated types have.</summary>
    public static readonly HashSet<string> MembersOfTypes = ["Json", "Match", "Parse", "Switch", "TryParse", "Value"];

    /// <summary>Members of an enum in addition to its values.</summary>
    public static readonly HashSet<string> EnumMembers = ["Parse", "TryParse", "Value"];

    /// <summary>Members that every channel client or callback interface has.</summary>
    public static readonly HashSet<string> ChannelMembers =
    [
        "CallbackFailed", "CallbackQueue", "ConnectAsync", "DisposeAsync", "DroppedMessages", "HandshakeAsync", "IsCached",
        "LatestSequence", "OnCallbackFailedAsync",
        "OnUnknownMessageAsync", "Options", "RaiseAsync", "ReadPayload", "RequestAsync", "SendCommandAsync", "StartAsync", "UnknownMessage",
    ];

    /// <summary>Members that every client has.</summary>
    public static readonly HashSet<string> ClientMembers = ["Pipeline"];

    /// <summary>The first parts of namespaces that generated code must not use.</summary>
    public static readonly HashSet<string> Namespaces = ["System", "Microsoft"];
}
