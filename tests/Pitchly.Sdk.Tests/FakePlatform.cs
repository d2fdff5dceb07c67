using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests;

/// <summary>The platform's end of an in-memory channel, controlled by a test.</summary>
internal sealed class FakePlatform : IAsyncDisposable
{
    private readonly ConcurrentQueue<InMemoryTransport> _apps = new();
    private InMemoryTransport _platform;

    public FakePlatform() => _platform = Connect();

    /// <summary>Gets the number of times an App has opened the channel.</summary>
    public int Connections { get; private set; }

    /// <summary>Gets a value indicating whether an App has opened the latest channel.</summary>
    public bool IsConnected => _apps.IsEmpty;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken)
    {
        Connections++;
        return _apps.TryDequeue(out var app)
            ? new ValueTask<IPitchlyTransport>(app)
            : throw new IOException("The platform does not accept connections.");
    }

    public ValueTask SendAsync(string json) => _platform.SendAsync(Encoding.UTF8.GetBytes(json), Cancellation);

    public async Task<JsonObject> ReceiveAsync()
    {
        var message = await _platform.ReceiveAsync(Cancellation) ?? throw new InvalidOperationException("The App has closed the channel.");
        return JsonNode.Parse(message.Span)!.AsObject();
    }

    /// <summary>Receives a request and replies to it.</summary>
    public async Task<JsonObject> ReplyAsync(string data)
    {
        var request = await ReceiveAsync();
        await SendAsync($$"""{"type":"{{request["type"]}}","id":"{{request["id"]}}","data":{{data}}}""");
        return request;
    }

    public async Task RefuseAsync(string error)
    {
        var request = await ReceiveAsync();
        await SendAsync($$"""{"type":"{{request["type"]}}","id":"{{request["id"]}}","error":{{error}}}""");
    }

    /// <summary>Closes the channel and allows an App to open the next one.</summary>
    public async Task DropAsync()
    {
        await _platform.DisposeAsync();
        _platform = Connect();
    }

    /// <summary>Closes the channel and allows no other one.</summary>
    public async Task StopAcceptingAsync()
    {
        _apps.Clear();
        await _platform.DisposeAsync();
    }

    /// <summary>Allows Apps to open a channel again.</summary>
    public void StartAccepting() => _platform = Connect();

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    private InMemoryTransport Connect()
    {
        var (app, platform) = InMemoryTransport.CreatePair();
        _apps.Enqueue(app);
        return platform;
    }
}
