namespace Pitchly.Generators.Emit;

/// <summary>
/// The names of the types that emitted code uses. They are fully qualified, so no type or namespace in the user's project can hide them.
/// </summary>
internal static class Known
{
    public const string Action = "global::System.Action";
    public const string ArgumentException = "global::System.ArgumentException";
    public const string ArgumentNullException = "global::System.ArgumentNullException";
    public const string BigInteger = "global::System.Numerics.BigInteger";
    public const string DateOnly = "global::System.DateOnly";
    public const string ReadOnlyMemory = "global::System.ReadOnlyMemory";
    public const string TimeOnly = "global::System.TimeOnly";
    public const string DateTimeOffset = "global::System.DateTimeOffset";
    public const string Exception = "global::System.Exception";
    public const string Func = "global::System.Func";
    public const string Guid = "global::System.Guid";
    public const string IComparable = "global::System.IComparable";
    public const string IFormatProvider = "global::System.IFormatProvider";
    public const string IServiceProvider = "global::System.IServiceProvider";
    public const string InvalidOperationException = "global::System.InvalidOperationException";
    public const string ObsoleteAttribute = "global::System.ObsoleteAttribute";
    public const string ReadOnlySpan = "global::System.ReadOnlySpan";
    public const string TimeSpan = "global::System.TimeSpan";
    public const string Type = "global::System.Type";
    public const string Uri = "global::System.Uri";

    public const string GeneratedCodeAttribute = "global::System.CodeDom.Compiler.GeneratedCodeAttribute";

    public const string IAsyncEnumerable = "global::System.Collections.Generic.IAsyncEnumerable";
    public const string IReadOnlyDictionary = "global::System.Collections.Generic.IReadOnlyDictionary";
    public const string Dictionary = "global::System.Collections.Generic.Dictionary";
    public const string IReadOnlyList = "global::System.Collections.Generic.IReadOnlyList";
    public const string KeyValuePair = "global::System.Collections.Generic.KeyValuePair";

    public const string DynamicallyAccessedMemberTypes = "global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMemberTypes";
    public const string DynamicallyAccessedMembersAttribute = "global::System.Diagnostics.CodeAnalysis.DynamicallyAccessedMembersAttribute";
    public const string NotNullWhenAttribute = "global::System.Diagnostics.CodeAnalysis.NotNullWhenAttribute";

    public const string CultureInfo = "global::System.Globalization.CultureInfo";
    public const string NumberStyles = "global::System.Globalization.NumberStyles";

    public const string HttpClient = "global::System.Net.Http.HttpClient";
    public const string HttpMethod = "global::System.Net.Http.HttpMethod";

    public const string JsonException = "global::System.Text.Json.JsonException";
    public const string JsonSerializerOptions = "global::System.Text.Json.JsonSerializerOptions";
    public const string JsonTokenType = "global::System.Text.Json.JsonTokenType";
    public const string Utf8JsonReader = "global::System.Text.Json.Utf8JsonReader";
    public const string Utf8JsonWriter = "global::System.Text.Json.Utf8JsonWriter";

    public const string JsonConverterAttribute = "global::System.Text.Json.Serialization.JsonConverterAttribute";

    public const string IJsonTypeInfoResolver = "global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver";
    public const string JsonTypeInfo = "global::System.Text.Json.Serialization.Metadata.JsonTypeInfo";

    public const string CancellationToken = "global::System.Threading.CancellationToken";

    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";

    public const string IHttpClientBuilder = "global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder";
    public const string IServiceCollection = "global::Microsoft.Extensions.DependencyInjection.IServiceCollection";
    public const string ServiceCollectionServiceExtensions =
        "global::Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions";
    public const string ServiceProviderServiceExtensions =
        "global::Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions";

    public const string IAccessTokenProvider = "global::Pitchly.IAccessTokenProvider";
    public const string PitchlyException = "global::Pitchly.PitchlyException";
    public const string PitchlySecret = "global::Pitchly.PitchlySecret";
    public const string ServerOnlyAttribute = "global::Pitchly.Http.ServerOnlyAttribute";

    public const string Cached = "global::Pitchly.Channels.Cached";
    public const string MessageEnvelope = "global::Pitchly.Channels.MessageEnvelope";
    public const string CallbackSignature = "global::Pitchly.Channels.CallbackSignature";
    public const string SignatureAlgorithm = "global::Pitchly.Channels.SignatureAlgorithm";
    public const string SignatureEncoding = "global::Pitchly.Channels.SignatureEncoding";
    public const string PitchlyChannelClient = "global::Pitchly.Channels.PitchlyChannelClient";
    public const string PitchlyChannelOptions = "global::Pitchly.Channels.PitchlyChannelOptions";
    public const string IPitchlyCallbacks = "global::Pitchly.Channels.IPitchlyCallbacks";
    public const string PitchlyMessage = "global::Pitchly.Channels.PitchlyMessage";
    public const string PitchlyTransportFactory = "global::Pitchly.Channels.PitchlyTransportFactory";

    public const string GraphQLOperation = "global::Pitchly.Http.GraphQLOperation";
    public const string IPitchlyHttpClient = "global::Pitchly.Http.IPitchlyHttpClient";
    public const string PitchlyEndpoint = "global::Pitchly.Http.PitchlyEndpoint";
    public const string ParameterLocation = "global::Pitchly.Http.ParameterLocation";
    public const string ParameterStyle = "global::Pitchly.Http.ParameterStyle";
    public const string PitchlyBasicCredential = "global::Pitchly.Http.PitchlyBasicCredential";
    public const string PitchlyFile = "global::Pitchly.Http.PitchlyFile";
    public const string PitchlyKey = "global::Pitchly.Http.PitchlyKey";
    public const string PitchlyResponse = "global::Pitchly.Http.PitchlyResponse";
    public const string PageMark = "global::Pitchly.Http.PageMark";
    public const string PitchlyServer = "global::Pitchly.Http.PitchlyServer";
    public const string PitchlyServerVariable = "global::Pitchly.Http.PitchlyServerVariable";
    public const string PitchlyPaging = "global::Pitchly.Http.PitchlyPaging";
    public const string PitchlyResult = "global::Pitchly.Http.PitchlyResult";
    public const string PitchlyFailure = "global::Pitchly.Http.PitchlyFailure";
    public const string PitchlyHttpClientExtensions = "global::Microsoft.Extensions.DependencyInjection.PitchlyHttpClientExtensions";
    public const string PitchlyHttpOptions = "global::Pitchly.Http.PitchlyHttpOptions";
    public const string PitchlyHttpPipeline = "global::Pitchly.Http.PitchlyHttpPipeline";
    public const string PitchlyRequest = "global::Pitchly.Http.PitchlyRequest";
    public const string StatusRange = "global::Pitchly.Http.StatusRange";
    public const string WireText = "global::Pitchly.Http.WireText";

    public const string SubscriptionEvent = "global::Pitchly.Subscriptions.SubscriptionEvent";

    public const string IsoDuration = "global::Pitchly.Json.IsoDuration";
    public const string IPitchlyJson = "global::Pitchly.Json.IPitchlyJson";
    public const string IPitchlyText = "global::Pitchly.Json.IPitchlyText";
    public const string JsonNumber = "global::Pitchly.Json.JsonNumber";
    public const string JsonOptional = "global::Pitchly.Json.JsonOptional";
    public const string JsonRead = "global::Pitchly.Json.JsonRead";
    public const string JsonText = "global::Pitchly.Json.JsonText";
    public const string JsonTypeInfos = "global::Pitchly.Json.JsonTypeInfos";
    public const string JsonUnion = "global::Pitchly.Json.JsonUnion";
    public const string PitchlyJsonConverter = "global::Pitchly.Json.PitchlyJsonConverter";
    public const string PitchlyText = "global::Pitchly.Json.PitchlyText";
    public const string PitchlyTextConverter = "global::Pitchly.Json.PitchlyTextConverter";
    public const string UnixTime = "global::Pitchly.Json.UnixTime";
}
