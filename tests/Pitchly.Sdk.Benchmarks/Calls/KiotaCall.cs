using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Serialization.Json;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>The call with a client that Kiota generates.</summary>
internal static class KiotaCall
{
    private const string Use = $$"""
        public static class Peer
        {
            public static System.Func<System.Threading.Tasks.Task<int>> Of(System.Net.Http.HttpClient http)
            {
                var adapter = new Microsoft.Kiota.Http.HttpClientLibrary.HttpClientRequestAdapter(
                    new Microsoft.Kiota.Abstractions.Authentication.AnonymousAuthenticationProvider(),
                    new Microsoft.Kiota.Serialization.Json.JsonParseNodeFactory(),
                    new Microsoft.Kiota.Serialization.Json.JsonSerializationWriterFactory(),
                    http);
                var client = new Rows.Kiota.Client(adapter);
                return async () => (await client.Api.Graphql.PostAsync(new Rows.Kiota.Models.Request
                {
                    OperationName = "{{RowsCall.OperationName}}",
                    Query = "{{RowsCall.Query}}",
                    Variables = new Rows.Kiota.Models.Variables { Secret = "{{RowsCall.Token}}", DatabaseId = "aWm3KqT7xPz9RnB2s" },
                })).Data.DataProp.Count;
            }
        }
        """;

    private static readonly Lazy<Func<HttpClient, Func<Task<int>>>> Peer = new(Generate);

    public static Func<Task<int>> Create(HttpClient http) => Peer.Value(http);

    private static Func<HttpClient, Func<Task<int>>> Generate()
    {
        var folder = Directory.CreateTempSubdirectory("kiota-call");
        try
        {
            var code = Path.Combine(folder.FullName, "code");
            KiotaTool.Generate(
                Path.Combine(AppContext.BaseDirectory, "Calls", "rows.openapi.json"), code,
                "--class-name", "Client", "--namespace-name", "Rows.Kiota", "--exclude-backward-compatible", "--serializer", "none",
                "--deserializer", "none");
            var files = Directory.GetFiles(code, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).Append(Use);
            Type[] uses = [typeof(IRequestAdapter), typeof(HttpClientRequestAdapter), typeof(JsonParseNodeFactory)];
            return Compiled.Peer("KiotaPeer", files, uses);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
