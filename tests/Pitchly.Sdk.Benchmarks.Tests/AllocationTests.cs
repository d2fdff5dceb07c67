using System.Globalization;
using Pitchly.Sdk.Benchmarks.Calls;
using Pitchly.Sdk.Benchmarks.Emulator;
using Pitchly.Sdk.Benchmarks.Messages;
using Pitchly.Sdk.Benchmarks.Rows;
using Pitchly.Sdk.Benchmarks.Tokens;

namespace Pitchly.Sdk.Benchmarks.Tests;

/// <summary>Tests the bounds of allocated bytes, which can be measured exactly. Only the benchmarks measure times.</summary>
public class AllocationTests
{
    private const int Calls = 200;

    [Theory]
    [InlineData(1, 1.15)]
    [InlineData(500, 1.02)]
    public async Task Call_allocates_as_much_as_a_handwritten_one(int rows, double bound)
    {
        using var http = RowsCall.Http(rows);
        var generated = Measure(new GeneratedCall(http).CountAsync);

        AssertWithin(bound, generated, Measure(new HandWrittenCall(http).CountAsync));
        AssertWithin(1, generated, Measure(new RefitCall(http).CountAsync));
        AssertWithin(1, generated, Measure(await NSwagCall.CreateAsync(http)));
    }

    [Fact]
    public async Task Message_without_payload_allocates_nothing()
    {
        var transport = new RepeatingTransport(Feed.Ticked);
        await using var client = await GeneratedBoard.ConnectAsync(transport, transport.HearAsync);

        Assert.InRange(await transport.BytesPerMessageAsync(), 0, 1);
    }

    [Fact]
    public async Task Message_with_ids_allocates_like_a_handwritten_client()
    {
        var generated = new RepeatingTransport(Feed.Selected);
        await using var client = await GeneratedBoard.ConnectAsync(generated, generated.HearAsync);
        var handWritten = new RepeatingTransport(Feed.Selected);
        await using var board = new HandWrittenBoard(handWritten, handWritten.HearAsync);

        AssertWithin(1.01, await generated.BytesPerMessageAsync(), await handWritten.BytesPerMessageAsync());
    }

    [Fact]
    public async Task Cached_token_allocates_nothing()
    {
        var tokens = new TokenBenchmarks();
        await tokens.SetupAsync();

        Assert.Equal(0, Measure(() => Task.FromResult(0)) - Measure(() => { _ = tokens.Pitchly(); return Task.FromResult(0); }));
        await tokens.CleanupAsync();
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(50_000)]
    public void Rows_allocate_less_than_with_System_Text_Json(int bytes)
    {
        var rows = new RowBenchmarks { Bytes = bytes };
        rows.Setup();

        AssertWithin(0.5, Measure(() => Done(rows.ReadEmitted())), Measure(() => Done(rows.ReadSourceGenerated())));
        Assert.Equal(0, Measure(() => Done(rows.WriteEmitted())) - Measure(() => Done(0)));
    }

    [Fact]
    public async Task Emulator_allocates_at_most_four_times_a_bare_endpoint()
    {
        var pages = new EmulatorBenchmarks();
        await pages.SetupAsync();

        AssertWithin(4, await MeasureAllAsync(pages.Emulator), await MeasureAllAsync(pages.Bare));
        await pages.CleanupAsync();
    }

    /// <summary>Returns the bytes that a call allocates on all threads.</summary>
    private static async Task<double> MeasureAllAsync(Func<Task> call)
    {
        await call();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        await call();
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    private static Task<int> Done<T>(T result)
    {
        GC.KeepAlive(result);
        return Task.FromResult(0);
    }

    /// <summary>Returns the bytes that a call allocates. The call must complete on this thread.</summary>
    private static double Measure(Func<Task<int>> call)
    {
        for (var i = 0; i < Calls; i++)
        {
            call();
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Calls; i++)
        {
            Assert.True(call().IsCompletedSuccessfully);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Calls;
    }

    private static void AssertWithin(double bound, double ours, double theirs) => Assert.True(
        ours <= bound * theirs,
        string.Create(CultureInfo.InvariantCulture, $"{ours:N1} bytes are more than {bound} of {theirs:N1}."));
}
