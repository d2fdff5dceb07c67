namespace Pitchly.Generators.Model;

/// <summary>Names that the emitted code, or C# itself, needs for something else.</summary>
internal static class ReservedNames
{
    /// <summary>Types that emitted code names without their namespace, so that no type or namespace of a schema may hide them.</summary>
    public static readonly HashSet<string> Types =
    [
        "Action", "ArgumentException", "ArgumentNullException", "Cached", "CancellationToken", "DateTimeOffset", "Exception", "Func",
        "GeneratedCode", "GeneratedCodeAttribute", "GraphQLOperation", "Guid", "HttpClient", "HttpMethod", "IAccessTokenProvider",
        "IComparable", "IJsonTypeInfoResolver", "IFormatProvider", "IPitchlyJson", "IPitchlyText", "IReadOnlyDictionary", "IReadOnlyList", "JsonConverter",
        "JsonConverterAttribute", "JsonNumber", "JsonOptional", "JsonRead", "JsonSerializerOptions", "JsonText", "JsonTokenType", "JsonUnion", "JsonTypeInfo", "JsonTypeInfos",
        "NotNullWhen", "NotNullWhenAttribute", "Obsolete", "ObsoleteAttribute", "PitchlyChannelClient", "PitchlyChannelOptions",
        "PitchlyEndpoint", "PitchlyException", "PitchlyFailure", "PitchlyHttpPipeline", "PitchlyJsonConverter", "PitchlyMessage", "PitchlySecret", "PitchlyText", "PitchlyTextConverter",
        "PitchlyTransportFactory", "ServerOnly", "ServerOnlyAttribute", "Type", "UnixTime", "Uri", "Utf8JsonReader", "Utf8JsonWriter", "ValueTask", "WireText",
    ];

    /// <summary>Members of every record, object and struct, and the types that emitted members call.</summary>
    public static readonly HashSet<string> Members =
    [
        "ArgumentException", "ArgumentNullException", "Clone", "CompareTo", "Deconstruct", "EqualityContract", "Equals", "Finalize", "GetHashCode",
        "GetType", "JsonNumber", "JsonRead", "JsonText", "JsonTokenType", "JsonUnion", "MemberwiseClone", "PrintMembers", "ReadJson", "PitchlyText", "ReferenceEquals", "ToString", "WriteJson",
    ];

    /// <summary>Members that some kinds of generated types have.</summary>
    public static readonly HashSet<string> MembersOfTypes = ["Json", "Match", "Switch", "Value"];

    /// <summary>Members of an enum beside its values.</summary>
    public static readonly HashSet<string> EnumMembers = ["Value"];

    /// <summary>Members that every channel client or callback interface has.</summary>
    public static readonly HashSet<string> ChannelMembers =
    [
        "CallbackFailed", "CallbackQueue", "ConnectAsync", "DisposeAsync", "DroppedMessages", "HandshakeAsync", "IsCached", "OnCallbackFailedAsync",
        "OnUnknownMessageAsync", "Options", "RaiseAsync", "ReadPayload", "RequestAsync", "SendCommandAsync", "StartAsync", "UnknownMessage",
    ];

    /// <summary>Members that every client has, and the types that its methods call.</summary>
    public static readonly HashSet<string> ClientMembers = ["Pipeline", "HttpMethod", "StatusRange", "WireText"];

    /// <summary>The first part of a namespace that belongs to others.</summary>
    public static readonly HashSet<string> Namespaces = ["System", "Microsoft"];
}
