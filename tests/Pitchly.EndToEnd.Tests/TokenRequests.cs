using Pitchly.Sdk.Tests;

namespace Pitchly.EndToEnd.Tests;

/// <summary>Watches the requests for tokens on their way to the server.</summary>
internal sealed class TokenRequests(WatchedTime time) : DelegatingHandler(new SocketsHttpHandler())
{
    private readonly Lock _gate = new();
    private readonly List<(DateTimeOffset At, TimeSpan Expected, TimeSpan Found)> _retries = [];
    private (DateTimeOffset At, TimeSpan Delay)? _last;
    private int _now;

    /// <summary>How many were on their way at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>What comes next is no retry, but a wish.</summary>
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

    /// <summary>A failure is followed by a retry; a success, or a refusal for good, by nothing that is due.</summary>
    private void Leave(TimeSpan? delay)
    {
        lock (_gate)
        {
            _now--;
            _last = delay is { } due ? (time.GetUtcNow(), due) : null;
        }
    }
}
