using Pitchly.Channels;

namespace Pitchly.Sdk.Benchmarks.Messages;

/// <summary>The callbacks of the SDK's generated client.</summary>
public sealed class GeneratedBoard(Func<ValueTask> hearAsync) : IBoardCallbacks
{
    public static async Task<BoardClient> ConnectAsync(IPitchlyTransport transport, Func<ValueTask> hearAsync) =>
        await BoardClient.ConnectAsync(_ => new(transport), new GeneratedBoard(hearAsync));

    public ValueTask OnTickedAsync(CancellationToken cancellationToken) => hearAsync();

    public ValueTask OnSelectedAsync(Selection selected, CancellationToken cancellationToken) => hearAsync();
}
