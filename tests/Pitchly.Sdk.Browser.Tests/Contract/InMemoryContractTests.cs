using Pitchly.Channels;

namespace Pitchly.Browser.Tests.Contract;

/// <summary>Tests the in-memory transport, with a relay to the emulator at its other end.</summary>
public sealed class InMemoryContractTests : WebSocketContractTests
{
    private readonly List<Task> _relays = [];

    protected override async ValueTask<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken)
    {
        var (app, platform) = InMemoryTransport.CreatePair();
        var socket = await base.OpenAsync(cancellationToken);
        _relays.Add(RelayAsync(platform, socket));
        _relays.Add(RelayAsync(socket, platform));
        return app;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Task.WhenAll(_relays);
    }

    private static async Task RelayAsync(IPitchlyTransport from, IPitchlyTransport to)
    {
        try
        {
            while (await from.ReceiveAsync(CancellationToken.None) is { } message)
            {
                await to.SendAsync(message, CancellationToken.None);
            }
        }
        catch (IOException)
        {
            // One end is closed, so close the other end too.
        }

        await to.DisposeAsync();
    }
}
