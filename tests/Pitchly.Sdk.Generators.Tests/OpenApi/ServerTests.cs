using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests.OpenApi;

/// <summary>Each server is a method of its client. Operations with their own servers have a separate client.</summary>
public sealed class ServerTests
{
    private static readonly string Document = Operations("""
        "servers": [
          { "url": "https://{region}.crm.example/{base}", "description": "Production of a region, for all Apps.", "variables": {
              "region": { "default": "eu", "enum": ["us"], "description": "Where the data is." }, "base": { "default": "api/v2" } } },
          { "url": "https://{tenant}.sandbox.example", "description": "Sandbox" },
          { "url": "https://crm.example", "name": "read only" },
          { "url": "/api" }, { "url": "{host}/x", "variables": { "host": { "default": "https://a.example" } } } ],
        """);

    [Fact]
    public void Servers_become_methods_with_their_variables()
    {
        var client = Harness.Run(("crm.openapi.json", Document)).AssertClean().Sources["Crm.TClient.g.cs"];

        Assert.Contains("Uri ServerAddress(string region = \"eu\", string @base = \"api/v2\")", client, StringComparison.Ordinal);
        Assert.Contains("Where the data is. One of \"us\", \"eu\".", client, StringComparison.Ordinal);
        Assert.Contains("Uri SandboxServerAddress(string tenant)", client, StringComparison.Ordinal);
        Assert.Contains("Uri ReadOnlyServerAddress()", client, StringComparison.Ordinal);
        Assert.Contains("Uri ServerAddress2(global::System.Uri document)", client, StringComparison.Ordinal);
        Assert.Contains("Uri ServerAddress3(string host = \"https://a.example\")", client, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_without_letters_in_its_label_gets_a_number()
    {
        var servers = """  "servers": [ { "url": "/a" }, { "url": "/b", "description": "—" }, { "url": "/c", "name": "" } ], """;
        var client = Harness.Run(("crm.openapi.json", Operations(servers))).AssertClean().Sources["Crm.TClient.g.cs"];

        Assert.Contains("Uri ServerAddress2(", client, StringComparison.Ordinal);
        Assert.Contains("Uri ServerAddress3(", client, StringComparison.Ordinal);
    }

    [Fact]
    public void Operations_with_their_own_servers_have_their_own_client()
    {
        var sources = Harness.Run(("crm.openapi.json", Document)).AssertClean().Sources;

        Assert.Contains("PutFileAsync(", sources["Crm.TAtUploadsExampleClient.g.cs"], StringComparison.Ordinal);
        Assert.Contains("Uri ServerAddress() =>", sources["Crm.TAtUploadsExampleClient.g.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("PutFileAsync(", sources["Crm.TClient.g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wss://a.example", "is not an HTTP address")]
    [InlineData("https://a.example?x=1", "has a query")]
    [InlineData("https://{a.example", "has an unbalanced brace")]
    [InlineData("https://me:secret@a.example", "contains a user name or a password")]
    public void Invalid_server_address_is_reported(string url, string why)
    {
        var told =
            Assert.Single(Harness.Run(("crm.openapi.json", Operations($$"""  "servers": [ { "url": "{{url}}" } ], """))).Diagnostics);

        Assert.Equal(SchemaDescriptors.LeftOut.Id, told.Id);
        Assert.Contains(why, told.GetMessage(), StringComparison.Ordinal);
    }

    private static string Operations(string servers) => $$"""
        { "openapi": "3.1.0", "info": { "title": "T", "version": "1" }, {{servers}}
          "paths": {
            "/rows": { "get": { "operationId": "list", "responses": { "204": { "description": "" } } } },
            "/files": { "put": { "operationId": "putFile", "servers": [ { "url": "https://uploads.example/v1" } ], "responses": { "204": {
              "description": "" } } } } } }
        """;
}
