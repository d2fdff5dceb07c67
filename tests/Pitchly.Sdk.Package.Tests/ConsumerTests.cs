namespace Pitchly.Package.Tests;

public sealed partial class ConsumerTests(PackedSdk packages)
{
    private const string Leak = """
        namespace Consumer;

        public static class Leak
        {
            public static HttpContent Form() => new FormUrlEncodedContent([new("client_secret", "correct-horse-battery-staple-42")]);
        }
        """;

    public const string Schema = """
        {
          "pitchly": "1.0",
          "namespace": "MyApp",
          "types": { "DealId": { "type": "string", "id": true }, "Deal": { "type": "object", "required": ["id", "row"], "properties": {
            "id": { "$ref": "#/types/DealId" }, "row": { "$ref": "pitchly:app#/types/RowId" } } } },
          "channels": { "Deals": { "events": { "won": { "payload": { "$ref": "#/types/Deal" }, "required": true } } } }
        }
        """;

    [Fact]
    public async Task Console_program_with_its_own_schema_runs()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>");
        consumer.Write("deals.pitchly.json", Schema);
        consumer.Write("Program.cs", """
            using MyApp;
            using Pitchly;

            IDealsCallbacks callbacks = new Heard();
            await callbacks.OnWonAsync(new Deal { Id = new DealId("d1"), Row = new RowId("r1") }, default);

            internal sealed class Heard : IDealsCallbacks
            {
                public ValueTask OnWonAsync(Deal won, CancellationToken cancellationToken)
                {
                    Console.WriteLine($"won {won.Id} in {won.Row}");
                    return default;
                }
            }
            """);

        await consumer.BuildAsync();
        var (exitCode, output) = await consumer.RunAsync("run", "--no-build");

        Assert.Equal(0, exitCode);
        Assert.Equal("won d1 in r1", output.Trim());
    }

    [Fact]
    public async Task Schema_may_have_the_name_of_a_packaged_schema()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "");
        consumer.Write("app.pitchly.json", Schema);
        consumer.Write("schemas/oauth.pitchly.json", Schema.Replace("MyApp", "MyApp.OAuth", StringComparison.Ordinal));

        await consumer.BuildAsync();
    }

    [Fact]
    public async Task An_OpenAPI_document_in_YAML_gives_a_client()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>");
        consumer.Write("api/shop-2.openapi.yaml", """
            openapi: 3.1.0
            info: { title: Shop, version: "1" }
            paths:
              /carts/{id}:
                get:
                  operationId: getCart
                  parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
                  responses: { "200": { description: OK, content: { application/json: { schema: {
                    $ref: "#/components/schemas/Cart" } } } } }
            components:
              schemas:
                Cart: { type: object, required: [total], properties: { total: { type: number, format: decimal } } }
            """);
        consumer.Write("Program.cs", """
            using Consumer.Shop2;

            using var http = new HttpClient(new Canned()) { BaseAddress = new Uri("https://shop.example/v1") };
            Cart cart = await new ShopClient(http).GetCartAsync("c 1");
            Console.WriteLine(cart.Total);

            internal sealed class Canned : HttpMessageHandler
            {
                protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                    Task.FromResult(new HttpResponseMessage { RequestMessage = request,
                      Content = new StringContent(request.RequestUri!.PathAndQuery == "/v1/carts/c%201" ? "{\"total\":1.50}" : "") });
            }
            """);

        await consumer.BuildAsync();
        var (exitCode, output) = await consumer.RunAsync("run", "--no-build");

        Assert.Equal((0, "1.50"), (exitCode, output.Trim()));
    }

    [Theory]
    [InlineData("net10.0", "10.0.0")]
    [InlineData("net10.0", "10.0.12")]
    [InlineData("net8.0", "8.0.0")]
    public async Task A_project_may_pin_its_own_version_of_extensions(string framework, string version)
    {
        using var consumer = new Consumer(
            packages,
            "Microsoft.NET.Sdk",
            $"<TargetFramework>{framework}</TargetFramework>",
            $"""<PackageReference Include="Microsoft.Extensions.Logging.Abstractions" Version="{version}" />""",
            $"""<PackageReference Include="Microsoft.Extensions.Http" Version="{version}" />""");
        consumer.Write("deals.pitchly.json", Schema);

        await consumer.BuildAsync();
    }

    [Fact]
    public async Task Blazor_client_with_a_secret_fails_to_build()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk.BlazorWebAssembly", "", """
            <PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.12" />
            """);
        consumer.Write("Program.cs", "System.Console.WriteLine();");
        consumer.Write("Leak.cs", Leak);

        var (exitCode, output) = await consumer.RunAsync("build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Leak.cs(5,89): error PITCHLY3001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blazor_client_builds_with_the_browser_package()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk.BlazorWebAssembly", "", """
            <PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.13" />
            """, $"""<PackageReference Include="Pitchly.Sdk.Browser" Version="{PackedSdk.Version}" />""");
        consumer.Write("Program.cs", """
            using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
            using Pitchly;

            var builder = WebAssemblyHostBuilder.CreateDefault(args);
            builder.Services.AddPitchlyApp<PitchlyAppCallbacks>(options => options.AppId = new AppId("app23456789ABCDEFGHJ"));
            builder.RootComponents.Add<Consumer.App>("#app");
            await builder.Build().RunAsync();
            """);
        consumer.Write("App.razor", """
            @using Pitchly.Browser
            <PitchlyApp><Connected>@context.AccessTokenState</Connected></PitchlyApp>
            """);
        consumer.Write("wwwroot/index.html", "<!doctype html>");

        await consumer.BuildAsync();

        Assert.Contains(
            Directory.GetFiles(consumer.Folder, "Consumer.staticwebassets.endpoints.json", SearchOption.AllDirectories),
            file => File.ReadAllText(file).Contains("_content/Pitchly.Sdk.Browser/pitchly.js", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Server_with_a_secret_gets_a_warning()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk.Web", "");
        consumer.Write("Program.cs", "System.Console.WriteLine();");
        consumer.Write("Leak.cs", Leak);

        var (exitCode, output) = await consumer.RunAsync("build");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Leak.cs(5,89): warning PITCHLY3001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_low_language_version_is_one_error()
    {
        using var consumer = new Consumer(
            packages,
            "Microsoft.NET.Sdk",
            "<TargetFramework>net8.0</TargetFramework><LangVersion>9</LangVersion><ImplicitUsings>disable</ImplicitUsings>");
        consumer.Write("deals.pitchly.json", Schema);

        var (exitCode, output) = await consumer.RunAsync("build");
        var errors = output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct();

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PITCHLY1013", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_schema_is_an_error_at_its_line()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "");
        consumer.Write("deals.pitchly.json", """
            {
              "pitchly": "1.0",
              "namespace": "MyApp",
              "types": { "Deal": { "type": "objekt" } }
            }
            """);

        var (exitCode, output) = await consumer.RunAsync("build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("deals.pitchly.json(4,32): error PITCHLY1", output, StringComparison.Ordinal);
    }

    /// <summary>Returns an OpenAPI document that uses most OpenAPI features.</summary>
    private static string Bakery() =>
        File.ReadAllText(Path.Combine(PackedSdk.Repository, "tests/Pitchly.Sdk.Generators.Tests/Schemas/bakery.openapi.json"));
}
