using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Pitchly.Sdk.Benchmarks.Native;

/// <summary>
/// Compares two programs that make one call and are published ahead of time: with the generated client, and written by hand.
/// </summary>
internal static class NativeClient
{
    private const int Starts = 25;

    /// <summary>The code that both programs share: a handler with a response in memory.</summary>
    private const string Canned = """
        internal sealed class Canned : System.Net.Http.HttpMessageHandler
        {
            protected override System.Threading.Tasks.Task<System.Net.Http.HttpResponseMessage> SendAsync(
                System.Net.Http.HttpRequestMessage request, System.Threading.CancellationToken cancellationToken) =>
                System.Threading.Tasks.Task.FromResult(new System.Net.Http.HttpResponseMessage
                {
                    RequestMessage = request,
                    Content = new System.Net.Http.StringContent(
                        "{\"data\":{\"data\":[{\"_id\":\"aWm3KqT7xPz9RnB2s\",\"cols\":[{\"fieldId\":\"b\",\"value\":{\"val\":1}}]}]}}",
                        System.Text.Encoding.UTF8, "application/json"),
                });
        }
        """;

    private const string Generated = """
        using Pitchly;
        using Pitchly.Data;

        using var http = new HttpClient(new Canned()) { BaseAddress = new Uri("https://v2.pitchly.net") };
        var rows = await new PitchlyDataClient(http, new OneToken()).GetRowsAsync(new DatabaseId("d"));
        Console.WriteLine(rows.Count);

        internal sealed class OneToken : IAccessTokenProvider
        {
            public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
                new(new AccessToken(new PitchlySecret("token"), DateTimeOffset.MaxValue));

            public void Reject(AccessToken token)
            {
            }
        }
        """;

    private const string HandWritten = """
        using System.Net.Http.Json;
        using System.Text.Json;
        using System.Text.Json.Serialization;

        using var http = new HttpClient(new Canned()) { BaseAddress = new Uri("https://v2.pitchly.net") };
        var request = new Request("getRows", "query getRows { data { _id } }", new Variables("token", "d"));
        using var response = await http.PostAsJsonAsync("/api/graphql", request, Context.Default.Request);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync(Context.Default.Answer);
        Console.WriteLine(answer!.Data.Count);

        internal sealed record Request(string OperationName, string Query, Variables Variables);

        internal sealed record Variables(string Secret, string DatabaseId);

        internal sealed record Answer(Data Data);

        internal sealed record Data([property: JsonPropertyName("data")] List<Row> Rows)
        {
            [JsonIgnore]
            public int Count => Rows.Count;
        }

        internal sealed record Row([property: JsonPropertyName("_id")] string Id, List<Col> Cols);

        internal sealed record Col(string FieldId, Value Value);

        internal sealed record Value(JsonElement Val, string? Currency, string? Type, long? Size);

        [JsonSerializable(typeof(Request))]
        [JsonSerializable(typeof(Answer))]
        [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
        internal sealed partial class Context : JsonSerializerContext;
        """;

    public static IEnumerable<Ratio> Compare()
    {
        var folder = Directory.CreateTempSubdirectory("native-client");
        try
        {
            var generated = Publish(folder, "generated", Generated, $"""<ProjectReference Include="{Sdk()}" />""");
            var handWritten = Publish(folder, "handwritten", HandWritten, "");
            yield return new Ratio("size    client published ahead of time, of one by hand", Size(generated) / Size(handWritten), 1.25);
            var (ours, theirs) = Start(generated, handWritten);
            yield return new Ratio("time    start of a client published ahead of time, of one by hand", ours / theirs, 1.1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Sdk([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "../../../src/Pitchly.Sdk/Pitchly.Sdk.csproj"));

    private static double Size(string program) => new FileInfo(program).Length;

    private static string Publish(DirectoryInfo folder, string name, string program, string references)
    {
        var project = folder.CreateSubdirectory(name).FullName;
        File.WriteAllText(Path.Combine(project, "Program.cs"), program);
        File.WriteAllText(Path.Combine(project, "Canned.cs"), Canned);
        File.WriteAllText(Path.Combine(project, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <PublishAot>true</PublishAot>
                <InvariantGlobalization>true</InvariantGlobalization>
              </PropertyGroup>
              <ItemGroup>{references}</ItemGroup>
            </Project>
            """);
        Run("dotnet", "publish", project, "-c", "Release", "-o", Path.Combine(project, "out"));
        return Path.Combine(project, "out", OperatingSystem.IsWindows() ? name + ".exe" : name);
    }

    /// <summary>Returns the fastest start of each program. The programs run in turn.</summary>
    private static (double Ours, double Theirs) Start(string ours, string theirs)
    {
        var best = (Ours: double.MaxValue, Theirs: double.MaxValue);
        for (var i = 0; i < Starts; i++)
        {
            best = (Math.Min(best.Ours, Run(ours)), Math.Min(best.Theirs, Run(theirs)));
        }

        return best;
    }

    private static double Run(string command, params string[] arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? Stopwatch.GetElapsedTime(start).TotalMilliseconds
            : throw new InvalidOperationException($"'{command} {string.Join(' ', arguments)}' ended with {process.ExitCode}: {output}");
    }
}
