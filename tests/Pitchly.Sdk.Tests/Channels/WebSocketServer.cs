using System.Net.WebSockets;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>A real WebSocket server whose connections a test accepts and uses.</summary>
internal sealed class WebSocketServer : IAsyncDisposable
{
    private readonly WebApplication _host;
    private readonly Channel<WebSocket> _accepted = Channel.CreateUnbounded<WebSocket>();

    private WebSocketServer(WebApplication host) => _host = host;

    public int Port => new Uri(_host.Urls.First()).Port;

    public Uri Address => new($"ws://127.0.0.1:{Port}/");

    public static async Task<WebSocketServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var server = new WebSocketServer(host);
        host.UseWebSockets();
        host.Run(async context =>
        {
            using var socket =
                await context.WebSockets.AcceptWebSocketAsync(context.WebSockets.WebSocketRequestedProtocols.FirstOrDefault());
            server._accepted.Writer.TryWrite(socket);
            await ClosedAsync(socket, context.RequestAborted);
        });
        await host.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Waits for the next connection.</summary>
    public ValueTask<WebSocket> NextAsync() => _accepted.Reader.ReadAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    /// <summary>Waits until both sides have closed a connection or the connection is lost. Then the server closes it.</summary>
    private static async Task ClosedAsync(WebSocket socket, CancellationToken lost)
    {
        while (socket.State is not (WebSocketState.Closed or WebSocketState.Aborted) && !lost.IsCancellationRequested)
        {
            await Task.Delay(5, lost).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
