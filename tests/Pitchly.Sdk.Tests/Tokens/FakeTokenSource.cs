using System.Threading.Channels;

namespace Pitchly.Sdk.Tests.Tokens;

/// <summary>A token source whose responses a test provides, one for each request.</summary>
internal sealed class FakeTokenSource : IAccessTokenSource
{
    private readonly Channel<TaskCompletionSource<ConnectResponse>> _requests =
        Channel.CreateUnbounded<TaskCompletionSource<ConnectResponse>>();
    private int _count;

    public int Count => _count;

    public bool HasRequest => _requests.Reader.TryPeek(out _);

    /// <summary>Waits until a token is requested.</summary>
    public Task RequestedAsync() => _requests.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();

    public ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        var response = new TaskCompletionSource<ConnectResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Writer.TryWrite(response);
        return new ValueTask<ConnectResponse>(response.Task.WaitAsync(cancellationToken));
    }

    /// <summary>Waits for the next request and responds to it.</summary>
    public async Task RespondAsync(ConnectResponse response) => (await NextAsync()).SetResult(response);

    public async Task ThrowAsync(Exception error) => (await NextAsync()).SetException(error);

    public async Task<TaskCompletionSource<ConnectResponse>> NextAsync() =>
        await _requests.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
