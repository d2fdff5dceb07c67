using System.Net.WebSockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests that an App that does not read is disconnected, so that the queue of messages for it is bounded.</summary>
public sealed class SlowReaderTests : EmulatorFixture
{
    /// <summary>Messages of half a megabyte, more in total than the bound and the buffers of the operating system.</summary>
    private const int Messages = 400, Letters = 512 * 1024;

    private readonly FakeLogCollector _logs = FakeLogCollector.Create(new FakeLogCollectorOptions());

    [Fact]
    public async Task App_that_does_not_read_is_disconnected()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(
            new UriBuilder(Emulator.Origin) { Scheme = "ws", Path = $"/apps/{Emulator.AppId}/channel" }.Uri, Cancellation);
        await socket.SendAsync(Encoding.UTF8.GetBytes("""{"type":"ready"}"""), WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        await socket.ReceiveAsync(new byte[1024], Cancellation);

        var message = new string('x', Letters);
        for (var i = 0; i < Messages; i++)
        {
            Emulator.User.Send("large", message);
        }

        Assert.Contains(
            _logs.GetSnapshot(),
            log => log.Message.StartsWith("A client was disconnected, because it does not read", StringComparison.Ordinal));
        var buffer = new byte[64 * 1024];
        await Assert.ThrowsAsync<WebSocketException>(async () =>
        {
            while (true)
            {
                await socket.ReceiveAsync(buffer, Cancellation);
            }
        });
    }

    protected override EmulatorOptions Options() => new()
    {
        TimeProvider = Time,
        Logging = logging => logging.Services.AddSingleton<ILoggerProvider>(new FakeLoggerProvider(_logs)),
    };
}
