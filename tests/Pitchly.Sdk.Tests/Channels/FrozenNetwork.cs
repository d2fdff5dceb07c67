using System.Net;
using System.Net.Sockets;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>
/// A network between a client and a server that can freeze: data that is sent no longer arrives, and neither side gets an error.
/// </summary>
internal sealed class FrozenNetwork : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _lifetime = new();
    private readonly Task _run;
    private volatile bool _isFrozen;

    public FrozenNetwork(int port)
    {
        _listener.Start();
        _run = RunAsync(port);
    }

    public Uri Address => new($"ws://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/");

    /// <summary>Blocks all data on the current connections. New connections work.</summary>
    public void Freeze() => _isFrozen = true;

    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync();
        _listener.Stop();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RunAsync(int port)
    {
        var connections = new List<Task>();
        while (!_lifetime.IsCancellationRequested)
        {
            var client = await _listener.AcceptTcpClientAsync(_lifetime.Token);
            var server = new TcpClient();
            await server.ConnectAsync(IPAddress.Loopback, port, _lifetime.Token);
            var isOld = !_isFrozen;
            connections.Add(CopyAsync(client, server, isOld));
            connections.Add(CopyAsync(server, client, isOld));
        }

        await Task.WhenAll(connections);
    }

    private async Task CopyAsync(TcpClient from, TcpClient to, bool freezes)
    {
        var buffer = new byte[16 * 1024];
        while (await from.GetStream().ReadAsync(buffer, _lifetime.Token) is var count and > 0)
        {
            if (!(freezes && _isFrozen))
            {
                await to.GetStream().WriteAsync(buffer.AsMemory(0, count), _lifetime.Token);
            }
        }
    }
}
