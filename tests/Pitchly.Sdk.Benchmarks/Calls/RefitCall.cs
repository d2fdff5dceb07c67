using System.Text.Json.Serialization;
using Pitchly.Sdk.Benchmarks.Rows;
using Refit;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>The call with Refit and System.Text.Json's source generator.</summary>
public sealed class RefitCall(HttpClient http)
{
    private readonly IRowsApi _api = RestService.For<IRowsApi>(
        http, new RefitSettings(new SystemTextJsonContentSerializer(RefitContext.Default.Options)));

    public async Task<int> CountAsync()
    {
        var variables = new RefitVariables(RowsCall.Token, RowsCall.Database.Value);
        return (await _api.SendAsync(new RefitRequest(RowsCall.OperationName, RowsCall.Query, variables))).Data.Data.Count;
    }
}

public interface IRowsApi
{
    [Post(RowsCall.Path)]
    Task<RefitAnswer> SendAsync([Body] RefitRequest request);
}

public sealed record RefitRequest(
    [property: JsonPropertyName("operationName")] string OperationName,
    [property: JsonPropertyName("query")] string Query,
    [property: JsonPropertyName("variables")] RefitVariables Variables);

public sealed record RefitVariables(
    [property: JsonPropertyName("secret")] string Secret, [property: JsonPropertyName("databaseId")] string DatabaseId);

public sealed record RefitAnswer([property: JsonPropertyName("data")] RefitData Data);

public sealed record RefitData([property: JsonPropertyName("data")] IReadOnlyList<HandRow> Data);

[JsonSerializable(typeof(RefitRequest))]
[JsonSerializable(typeof(RefitAnswer))]
internal sealed partial class RefitContext : JsonSerializerContext;
