using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Pitchly.Sdk.Benchmarks.Calls;

/// <summary>Compares one GraphQL call over an in-memory handler: the generated client against other clients.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByParams)]
public class CallBenchmarks
{
    private HttpClient _http = null!;
    private GeneratedCall _generated = null!;
    private HandWrittenCall _handWritten = null!;
    private RefitCall _refit = null!;
    private Func<Task<int>> _nswag = null!;
    private Func<Task<int>> _kiota = null!;

    /// <summary>Gets or sets the number of rows in the response.</summary>
    [Params(1, 500)]
    public int Rows { get; set; }

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _http = RowsCall.Http(Rows);
        (_generated, _handWritten, _refit) = (new GeneratedCall(_http), new HandWrittenCall(_http), new RefitCall(_http));
        (_nswag, _kiota) = (await NSwagCall.CreateAsync(_http), KiotaCall.Create(_http));
        foreach (var call in (Func<Task<int>>[])[Generated, HandWritten, Refit, NSwag, Kiota])
        {
            var count = await call();
            if (count != Rows)
            {
                throw new InvalidOperationException($"{call.Method.Name} read {count} rows of {Rows}.");
            }
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _http.Dispose();

    [Benchmark]
    public Task<int> Generated() => _generated.CountAsync();

    [Benchmark(Baseline = true)]
    public Task<int> HandWritten() => _handWritten.CountAsync();

    [Benchmark]
    public Task<int> Refit() => _refit.CountAsync();

    [Benchmark]
    public Task<int> NSwag() => _nswag();

    [Benchmark]
    public Task<int> Kiota() => _kiota();
}
