using System.Text.Json;
using System.Threading.Channels;
using Pitchly.Channels;

namespace Pitchly.Sdk.Benchmarks.Messages;

/// <summary>The same by hand: a channel between the loop that reads and the one that calls, with a switch, and the emitted reader.</summary>
public sealed class HandWrittenBoard : IAsyncDisposable
{
    private readonly IPitchlyTransport _transport;
    private readonly GeneratedBoard _callbacks;
    private readonly Channel<(Kind Kind, Selection? Selection)> _events =
        Channel.CreateUnbounded<(Kind Kind, Selection? Selection)>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CancellationTokenSource _lifetime = new();
    private readonly Task _run;

    public HandWrittenBoard(IPitchlyTransport transport, Func<ValueTask> hearAsync)
    {
        (_transport, _callbacks) = (transport, new GeneratedBoard(hearAsync));
        _run = Task.WhenAll(Task.Run(ListenAsync), Task.Run(CallAsync));
    }

    private enum Kind
    {
        Unknown,
        Ticked,
        Selected,
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
                    _events.Writer.TryWrite(Read(utf8.Span));
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
        await foreach (var (kind, selection) in _events.Reader.ReadAllAsync())
        {
            try
            {
                switch (kind)
                {
                    case Kind.Ticked:
                        await _callbacks.OnTickedAsync(_lifetime.Token);
                        break;
                    case Kind.Selected:
                        await _callbacks.OnSelectedAsync(selection!, _lifetime.Token);
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

    private static (Kind Kind, Selection? Selection) Read(ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var kind = Kind.Unknown;
        Selection? selection = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("type"u8))
            {
                reader.Read();
                kind = reader.ValueTextEquals("ticked"u8) ? Kind.Ticked : reader.ValueTextEquals("selected"u8) ? Kind.Selected : Kind.Unknown;
            }
            else if (reader.ValueTextEquals("data"u8))
            {
                reader.Read();
                selection = Selection.ReadJson(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return (kind, selection);
    }
}
