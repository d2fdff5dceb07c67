using System.Text;
using Pitchly.Channels;

namespace Pitchly.Sdk.Benchmarks.Messages;

/// <summary>
/// A platform that sends the same message in bursts. After each burst it waits until the callbacks of all its messages have run.
/// </summary>
public sealed class Feed
{
    private readonly InMemoryTransport _platform;
    private TaskCompletionSource _all = new();
    private int _left;

    public Feed() => (App, _platform) = InMemoryTransport.CreatePair();

    public static byte[] Ticked { get; } = """{"type":"ticked"}"""u8.ToArray();

    public static byte[] Selected { get; } = Encoding.UTF8.GetBytes(
        """{"type":"selected","data":{"rows":["aWm3KqT7xPz9RnB2s","bWm3KqT7xPz9RnB2s","cWm3KqT7xPz9RnB2s"]}}""");

    public InMemoryTransport App { get; }

    /// <summary>Counts a message. Each callback calls this method.</summary>
    public ValueTask HearAsync()
    {
        if (--_left == 0)
        {
            _all.SetResult();
        }

        return default;
    }

    public async Task SendAsync(byte[] message, int bursts, int messages)
    {
        for (var burst = 0; burst < bursts; burst++)
        {
            (_left, _all) = (messages, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
            for (var i = 0; i < messages; i++)
            {
                await _platform.SendAsync(message, CancellationToken.None);
            }

            await _all.Task;
        }
    }
}
