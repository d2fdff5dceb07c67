using System.Threading.Channels;

namespace Pitchly.Sdk.Tests.Tokens;

/// <summary>A token source whose responses a test provides, one for each request.</summary>
internal sealed class FakeTokenSource : IAccessTokenSource
{
    private readonly Channel<TaskCompletionSource<ConnectResponse>> _requests =
        Channel.CreateUnbounded<TaskCompletionSource<ConnectResponse>>();
    private int _count;

    public int Count => _count;

    public bool IsAsked => _requests.Reader.TryPeek(out _);

    /// <summary>Waits until a token is requested.</summary>
    public Task AskedAsync() => _requests.Reader.WaitToReadAsync(TestContext.Current.CancellationToken).AsTask();

    public ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _count);
        var answer = new TaskCompletionSource<ConnectResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Writer.TryWrite(answer);
        return new ValueTask<ConnectResponse>(answer.Task.WaitAsync(cancellationToken));
    }

    /// <summary>Waits for the next request and responds to it.</summary>
    public async Task AnswerAsync(ConnectResponse answer) => (await NextAsync()).SetResult(answer);

    public async Task ThrowAsync(Exception error) => (await NextAsync()).SetException(error);

    public async Task<TaskCompletionSource<ConnectResponse>> NextAsync() =>
        await _requests.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
