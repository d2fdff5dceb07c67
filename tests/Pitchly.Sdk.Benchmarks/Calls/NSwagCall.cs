using NJsonSchema.CodeGeneration.CSharp;
using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>The call with a client that NSwag generates.</summary>
public static class NSwagCall
{
    private const string Use = $$"""
        public static class Peer
        {
            public static System.Func<System.Threading.Tasks.Task<int>> Of(System.Net.Http.HttpClient http)
            {
                var client = new Rows.NSwag.Client(http);
                return async () => (await client.SendAsync(new Rows.NSwag.Request
                {
                    OperationName = "{{RowsCall.OperationName}}",
                    Query = "{{RowsCall.Query}}",
                    Variables = new Rows.NSwag.Variables { Secret = "{{RowsCall.Token}}", DatabaseId = "aWm3KqT7xPz9RnB2s" },
                })).Data.Data1.Count;
            }
        }
        """;

    private static readonly Lazy<Task<Func<HttpClient, Func<Task<int>>>>> Peer = new(GenerateAsync);

    public static async Task<Func<Task<int>>> CreateAsync(HttpClient http) => (await Peer.Value)(http);

    private static async Task<Func<HttpClient, Func<Task<int>>>> GenerateAsync()
    {
        var document = await OpenApiDocument.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "Calls", "rows.openapi.json"));
        return Compiled.Peer("NSwagPeer", [new CSharpClientGenerator(document, Settings).GenerateFile(), Use], typeof(HttpClient));
    }

    /// <summary>Gets the settings, which the generator's benchmark also uses.</summary>
    public static CSharpClientGeneratorSettings Settings => new()
    {
        ClassName = "Client",
        CSharpGeneratorSettings = { Namespace = "Rows.NSwag", JsonLibrary = CSharpJsonLibrary.SystemTextJson },
    };
}
