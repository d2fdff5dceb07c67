namespace Pitchly.Package.Tests;

/// <content>Tests libraries and published Apps.</content>
public sealed partial class ConsumerTests
{
    [Theory]
    [InlineData("net10.0", "latest")]
    [InlineData("net8.0", "12")]
    public async Task A_class_library_is_built_without_warnings(string framework, string language)
    {
        using var consumer =
            new Consumer(
                packages, "Microsoft.NET.Sdk",
                $"""
                <TargetFramework>{framework}</TargetFramework><LangVersion>{language}</LangVersion><AnalysisLevel>latest-all</AnalysisLevel>
                <GenerateDocumentationFile>true</GenerateDocumentationFile><NoWarn>$(NoWarn);PITCHLY1017</NoWarn>
                """);
        consumer.Write("deals.pitchly.json", Schema);
        consumer.Write("bakery.openapi.json", Bakery());

        await consumer.BuildAsync();
    }

    [Fact]
    public async Task An_App_is_published_ahead_of_time_without_warnings_and_runs()
    {
        using var consumer =
            new Consumer(
                packages, "Microsoft.NET.Sdk",
                """
                <OutputType>Exe</OutputType><PublishAot>true</PublishAot><InvariantGlobalization>true</InvariantGlobalization>
                <NoWarn>$(NoWarn);PITCHLY1017</NoWarn>
                """);
        consumer.Write("deals.pitchly.json", Schema);
        consumer.Write("bakery.openapi.json", Bakery());

        // The compiler's trim and AOT analyzers check all of its 320 operations and 500 types. Publishing only checks those that are
        // called.
        consumer.Write("large.openapi.json", LargeDocument.Of(Bakery(), copies: 20));
        consumer.Write("Program.cs", """
            using System.Text;
            using MyApp;
            using Pitchly;
            using Pitchly.Channels;

            var (app, platform) = InMemoryTransport.CreatePair();
            await platform.SendAsync(Encoding.UTF8.GetBytes("{\"type\":\"won\",\"data\":{\"id\":\"d1\",\"row\":\"r1\"}}"), default);
            var heard = new Heard();
            await using var client = await DealsClient.ConnectAsync(_ => new ValueTask<IPitchlyTransport>(app), heard);
            Console.WriteLine(await heard.Won);
            var loaf = new Consumer.Bakery.Loaf { Name = "n", KindValue = Consumer.Bakery.Kind.Rye, Made = DateTimeOffset.UnixEpoch,
              Rises = new TimeOnly(6, 30) };
            Console.WriteLine(Pitchly.Json.JsonText.From(loaf));
            using var http = new HttpClient(new Server()) { BaseAddress = Consumer.Large.BakeryClient.ServerAddress("ulm") };
            var bakery = new Consumer.Large.BakeryClient(http);
            await bakery.A7BakeLoafAsync(new Consumer.Large.A7Loaf { KindValue = Consumer.Large.A7Kind.Rye,
              Made = DateTimeOffset.UnixEpoch });

            internal sealed class Server : HttpMessageHandler
            {
                protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request,
                  CancellationToken cancellationToken)
                {
                    var body = await request.Content!.ReadAsStringAsync(cancellationToken);
                    Console.WriteLine($"{request.Method} {request.RequestUri} {body}");
                    return new HttpResponseMessage(System.Net.HttpStatusCode.Accepted) { Content = new StringContent("{\"job\":\"j1\"}",
                      null, "application/json") };
                }
            }

            internal sealed class Heard : IDealsCallbacks
            {
                private readonly TaskCompletionSource<string> _won = new();

                public Task<string> Won => _won.Task;

                public ValueTask OnWonAsync(Deal won, CancellationToken cancellationToken)
                {
                    _won.TrySetResult($"won {won.Id} in {won.Row}");
                    return default;
                }
            }
            """);

        var (exitCode, output) = await consumer.RunAsync("publish", "-o", "out", "-warnaserror");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        (exitCode, output) = await Dotnet.RunAsync(consumer.Folder, Path.Combine(consumer.Folder, "out", "Consumer"), []);

        Assert.True(exitCode == 0, output);
        Assert.Equal(
            """
            won d1 in r1
            {"name":"n","kind":"rye","made":"1970-01-01T00:00:00+00:00","rises":"06:30:00"}
            POST https://ulm.bakery.example/api/A7/loaves {"kind":"rye","made":"1970-01-01T00:00:00+00:00"}
            """.ReplaceLineEndings("\n"),
            output.ReplaceLineEndings("\n").Trim());
    }
}
