using System.Text.Json;
using System.Threading.Channels;
using Pitchly.Channels;

namespace Pitchly.Sdk.Benchmarks.Messages;

/// <summary>
/// The same callbacks in code written by hand: a channel between the loop that reads and the loop that calls, a switch, and the emitted
/// reader.
/// </summary>
public sealed class HandWrittenBoard : IAsyncDisposable
{
    private readonly IPitchlyTransport _transport;
    private readonly GeneratedBoard _callbacks;
    private readonly Channel<(string? Type, ReadOnlyMemory<byte> Data)> _events =
        Channel.CreateUnbounded<(string? Type, ReadOnlyMemory<byte> Data)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource _lifetime = new();
    private readonly Task _run;

    public HandWrittenBoard(IPitchlyTransport transport, Func<ValueTask> hearAsync)
    {
        (_transport, _callbacks) = (transport, new GeneratedBoard(hearAsync));
        _run = Task.WhenAll(Task.Run(ListenAsync), Task.Run(CallAsync));
    }

    public long Dropped { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _lifetime.CancelAsync();
        await _run.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task ListenAsync()
    {
        try
        {
            while (await _transport.ReceiveAsync(_lifetime.Token) is { } utf8)
            {
                try
                {
                    _events.Writer.TryWrite(Read(utf8));
                }
                catch (JsonException)
                {
                    Dropped++;
                }
            }
        }
        finally
        {
            _events.Writer.Complete();
        }
    }

    private async Task CallAsync()
    {
        await foreach (var (type, data) in _events.Reader.ReadAllAsync())
        {
            try
            {
                switch (type)
                {
                    case "ticked":
                        await _callbacks.OnTickedAsync(_lifetime.Token);
                        break;
                    case "selected":
                        await _callbacks.OnSelectedAsync(ReadSelection(data.Span), _lifetime.Token);
                        break;
                    default:
                        Dropped++;
                        break;
                }
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                Console.Error.WriteLine(error.Message);
            }
        }
    }

    private static (string? Type, ReadOnlyMemory<byte> Data) Read(ReadOnlyMemory<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8.Span);
        reader.Read();
        string? type = null;
        var data = ReadOnlyMemory<byte>.Empty;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                type = reader.GetString();
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                reader.Skip();
                data = utf8[start..(int)reader.BytesConsumed];
            }
            else
            {
                reader.Skip();
            }
        }

        return (type, data);
    }

    private static Selection ReadSelection(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        return Selection.ReadJson(ref reader);
    }
}
