using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pitchly.Sdk.Benchmarks.Messages;

/// <summary>
/// The same messages with SignalR, in memory: a typed client of a hub on one side, a connection with handlers on the other.
/// </summary>
public sealed class SignalRBoard : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly HubConnection _connection;
    private readonly SignalRSelection _selection = new(["aWm3KqT7xPz9RnB2s", "bWm3KqT7xPz9RnB2s", "cWm3KqT7xPz9RnB2s"]);
    private TaskCompletionSource _all = new();
    private int _left;

    private SignalRBoard()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSignalR();
        _server = builder.Build();
        _server.MapHub<BoardHub>("/board");
        _connection = new HubConnectionBuilder()
            .WithUrl("http://localhost/board", HttpTransportType.WebSockets, options =>
            {
                options.SkipNegotiation = true;
                options.WebSocketFactory = async (context, cancellationToken) =>
                    await _server.GetTestServer().CreateWebSocketClient().ConnectAsync(context.Uri, cancellationToken);
            })
            .Build();
        _connection.On(nameof(IBoard.Ticked), Hear);
        _connection.On<SignalRSelection>(nameof(IBoard.Selected), _ => Hear());
    }

    /// <summary>The client methods that the hub calls.</summary>
    public interface IBoard
    {
        Task Ticked();

        Task Selected(SignalRSelection selection);
    }

    public static async Task<SignalRBoard> ConnectAsync()
    {
        var board = new SignalRBoard();
        await board._server.StartAsync();
        await board._connection.StartAsync();
        return board;
    }

    public async Task SendAsync(bool hasIds, int bursts, int messages)
    {
        var clients = _server.Services.GetRequiredService<IHubContext<BoardHub, IBoard>>().Clients.All;
        for (var burst = 0; burst < bursts; burst++)
        {
            (_left, _all) = (messages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            for (var i = 0; i < messages; i++)
            {
                await (hasIds ? clients.Selected(_selection) : clients.Ticked());
            }

            await _all.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _server.DisposeAsync();
    }

    private void Hear()
    {
        if (--_left == 0)
        {
            _all.SetResult();
        }
    }

    public sealed class BoardHub : Hub<IBoard>;

    public sealed record SignalRSelection(IReadOnlyList<string> Rows);
}
