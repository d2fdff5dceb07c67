using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Pitchly.Emulator;

namespace Pitchly.Sdk.Benchmarks.Emulator;

/// <summary>Compares a page of rows from the emulator with the same JSON from a minimal endpoint that only reads and writes it.</summary>
[MemoryDiagnoser]
public class EmulatorBenchmarks
{
    private const int Calls = 200, WarmUps = 15;

    private const string Query = "query($s: String!, $d: ID!) { data(secretKey: $s, databaseId: $d) { _id cols { fieldId value } } }";

    private PitchlyEmulator _emulator = null!;
    private WebApplication _bare = null!;
    private HttpClient _toEmulator = null!;
    private HttpClient _toBare = null!;
    private byte[] _request = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions());
        _toEmulator = new HttpClient { BaseAddress = _emulator.Origin };
        var secret = await File.ReadAllTextAsync(_emulator.AppSecretPath);
        var variables = new { s = secret, d = _emulator.User.DatabaseId };
        _request = JsonSerializer.SerializeToUtf8Bytes(new { query = Query, variables });
        var answer = JsonElement.Parse(await CallAsync(_toEmulator));
        if (answer.TryGetProperty("errors", out var errors))
        {
            throw new InvalidOperationException(errors.GetRawText());
        }

        _bare = await StartBareAsync(answer);
        _toBare = new HttpClient { BaseAddress = new Uri(_bare.Urls.Single()) };
        if (!Encoding.UTF8.GetString(await CallAsync(_toBare)).Contains("cols", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("The bare endpoint does not answer.");
        }

        // Measure both after the JIT compiler has optimized them, which takes a while for this much code.
        for (var i = 0; i < WarmUps; i++)
        {
            await CallOftenAsync(_toEmulator);
            await CallOftenAsync(_toBare);
        }
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        _toEmulator.Dispose();
        _toBare.Dispose();
        await _bare.DisposeAsync();
        await _emulator.DisposeAsync();
    }

    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Emulator() => CallOftenAsync(_toEmulator);

    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task Bare() => CallOftenAsync(_toBare);

    private async Task CallOftenAsync(HttpClient http)
    {
        for (var i = 0; i < Calls; i++)
        {
            await CallAsync(http);
        }
    }

    private async Task<byte[]> CallAsync(HttpClient http)
    {
        using var content = new ByteArrayContent(_request) { Headers = { ContentType = new("application/json") } };
        using var answer = await http.PostAsync("/graphql", content);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static async Task<WebApplication> StartBareAsync(JsonElement answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var bare = builder.Build();
        bare.MapPost("/graphql", (JsonElement request) => Results.Json(answer));
        await bare.StartAsync();
        return bare;
    }
}
