using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Pitchly.Channels;

namespace Pitchly.Sdk.Benchmarks.Messages;

/// <summary>
/// Measures the path from a message to its callback, in memory: the generated client against a channel written by hand and SignalR's
/// client.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByParams)]
public class MessageBenchmarks
{
    /// <summary>
    /// A burst is smaller than <see cref="PitchlyChannelOptions.MaximumPendingCallbacks"/>, so that no message is dropped.
    /// </summary>
    private const int Burst = 200, Bursts = 100, Messages = Burst * Bursts;

    private readonly Feed _generatedFeed = new();
    private readonly Feed _handWrittenFeed = new();
    private BoardClient _generated = null!;
    private HandWrittenBoard _handWritten = null!;
    private SignalRBoard _signalR = null!;

    /// <summary>Gets or sets the number of IDs in the message's payload. A message without IDs has no payload.</summary>
    [Params(0, 3)]
    public int Ids { get; set; }

    private byte[] Message => Ids == 0 ? Feed.Ticked : Feed.Selected;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _generated = await GeneratedBoard.ConnectAsync(_generatedFeed.App, _generatedFeed.HearAsync);
        _handWritten = new HandWrittenBoard(_handWrittenFeed.App, _handWrittenFeed.HearAsync);
        _signalR = await SignalRBoard.ConnectAsync();
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _generated.DisposeAsync();
        await _handWritten.DisposeAsync();
        await _signalR.DisposeAsync();
    }

    [Benchmark(OperationsPerInvoke = Messages)]
    public Task Generated() => _generatedFeed.SendAsync(Message, Bursts, Burst);

    [Benchmark(Baseline = true, OperationsPerInvoke = Messages)]
    public Task HandWritten() => _handWrittenFeed.SendAsync(Message, Bursts, Burst);

    [Benchmark(OperationsPerInvoke = Messages)]
    public Task SignalR() => _signalR.SendAsync(Ids > 0, Bursts, Burst);
}
