using Pitchly.Channels;

namespace Pitchly.Browser.Tests.Contract;

public class WebSocketContractTests : TransportContractTests
{
    protected override ValueTask<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken) => WebSocketTransport.ConnectAsync(
        new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = $"/apps/{Emulator.AppId}/channel" }.Uri,
        PitchlyChannelOptions.DefaultMaximumMessageBytes, cancellationToken);
}
