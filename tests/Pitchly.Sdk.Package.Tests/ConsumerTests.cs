namespace Pitchly.Package.Tests;

public sealed class ConsumerTests(PackedSdk packages)
{
    private const string Leak = """
        namespace Consumer;

        public static class Leak
        {
            public static HttpContent Form() => new FormUrlEncodedContent([new("client_secret", "correct-horse-battery-staple-42")]);
        }
        """;

    [Fact]
    public async Task A_console_with_a_schema_of_its_own_runs()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>");
        consumer.Write("deals.pitchly.json", """
            {
              "pitchly": "1.0",
              "namespace": "MyApp",
              "types": { "DealId": { "type": "string", "id": true }, "Deal": { "type": "object", "required": ["id", "row"], "properties": { "id": { "$ref": "#/types/DealId" }, "row": { "$ref": "app.pitchly.json#/types/RowId" } } } },
              "channels": { "Deals": { "events": { "won": { "payload": { "$ref": "#/types/Deal" }, "required": true } } } }
            }
            """);
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
    public async Task A_Blazor_client_with_a_secret_is_not_built()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk.BlazorWebAssembly", "", """<PackageReference Include="Microsoft.AspNetCore.Components.WebAssembly" Version="10.0.12" />""");
        consumer.Write("Program.cs", "System.Console.WriteLine();");
        consumer.Write("Leak.cs", Leak);

        var (exitCode, output) = await consumer.RunAsync("build");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Leak.cs(5,89): error PITCHLY3001", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_a_secret_is_warned()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk.Web", "");
        consumer.Write("Program.cs", "System.Console.WriteLine();");
        consumer.Write("Leak.cs", Leak);

        var (exitCode, output) = await consumer.RunAsync("build");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Leak.cs(5,89): warning PITCHLY3001", output, StringComparison.Ordinal);
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
}
