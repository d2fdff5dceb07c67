using Pitchly.Sdk.Tests;

namespace Pitchly.EndToEnd.Tests;

/// <summary>A handler that watches token requests on their way to the server.</summary>
internal sealed class TokenRequests(WatchedTime time) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, TimeSpan Expected, TimeSpan Found)> _retries = [];
    private (DateTimeOffset At, TimeSpan Delay)? _last;
    private int _now;

    /// <summary>Gets the largest number of token requests that were in flight at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Forgets the last failure, because the next request is not a retry but a request of the App.</summary>
    public void ForgetLast()
    {
        lock (_gate)
        {
            _last = null;
        }
    }

    public void AssertRetriesAreSpaced() =>
        Assert.All(_retries, retry => Assert.InRange(retry.Found - retry.Expected, TimeSpan.Zero, TimeSpan.FromMilliseconds(1)));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath != "/api/oauth/token")
        {
            return await base.SendAsync(request, cancellationToken);
        }

        Enter();
        TimeSpan? delay = TimeSpan.FromSeconds(5);
        try
        {
            var answer = await base.SendAsync(request, cancellationToken);
            delay = answer.Headers.RetryAfter?.Delta ?? ((int)answer.StatusCode >= 500 ? delay : null);
            return answer;
        }
        finally
        {
            Leave(delay);
        }
    }

    private void Enter()
    {
        lock (_gate)
        {
            MostAtOnce = Math.Max(MostAtOnce, ++_now);
            if (_last is { } last)
            {
                _retries.Add((last.At, last.Delay, time.GetUtcNow() - last.At));
            }
        }
    }

    /// <summary>
    /// Records the end of a request. A retry follows a failure; no request is due after a success or a permanent refusal.
    /// </summary>
    private void Leave(TimeSpan? delay)
    {
        lock (_gate)
        {
            _now--;
            _last = delay is { } due ? (time.GetUtcNow(), due) : null;
        }
    }
}
