namespace Pitchly.Sdk.Tests.Tokens;

/// <content>Tests failures and retries.</content>
public sealed partial class AccessTokenManagerTests
{
    [Fact]
    public async Task Outage_is_reported_once_and_retried_every_5_seconds()
    {
        _manager.Start();
        await _source.ThrowAsync(new HttpRequestException("No route."));
        Assert.Equal(PitchlyErrorNames.CouldNotConnect, (await NextConnectAsync()).Match(_ => "", failure => failure.Error.Name));
        for (var i = 0; i < 3; i++)
        {
            var before = _time.GetUtcNow();
            await PassUntilAskedAsync();
            Assert.Equal(TimeSpan.FromSeconds(5), _time.GetUtcNow() - before);
            await _source.RespondAsync(Failure(PitchlyErrorNames.CouldNotConnect, 0));
            await UntilAsync(() => _manager.State == AccessTokenState.Retrying);
        }

        await PassUntilAskedAsync();
        await _source.RespondAsync(Token("t1"));
        Assert.True((await NextConnectAsync()).TryGetSuccess(out _));
        Assert.False(_connects.Reader.TryPeek(out _));
    }

    [Theory]
    [InlineData(60, 60)]
    [InlineData(0, 5)]
    [InlineData(-3600, 5)]
    public async Task Retry_After_never_shortens_the_retry_delay(int retryAfterSeconds, int expectedSeconds)
    {
        _manager.Start();
        await _source.ThrowAsync(new PitchlyException(new PitchlyError("busy", "Busy.", 429))
        {
            RetryAfter = TimeSpan.FromSeconds(retryAfterSeconds)
        });
        await UntilAsync(() => _manager.State == AccessTokenState.Retrying);
        await PassUntilAskedAsync();
        Assert.Equal(At(TimeSpan.FromSeconds(expectedSeconds)), _time.GetUtcNow());
    }

    [Fact]
    public async Task Permanent_error_stops_renewal_until_the_next_request()
    {
        _manager.Start();
        await _source.RespondAsync(Failure(PitchlyErrorNames.AppNotFound, 404));
        await NextConnectAsync();
        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, _source.Count);
        Assert.Equal(AccessTokenState.Stopped, _manager.State);
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => _manager.GetAccessTokenAsync(Cancellation).AsTask());
        Assert.Equal(PitchlyErrorNames.AppNotFound, refused.Error.Name);

        var generated = _manager.GenerateAccessTokenAsync(Cancellation).AsTask();
        await _source.RespondAsync(Token("t2"));
        Assert.True((await generated).TryGetSuccess(out _));
        Assert.Equal("t2", (await _manager.GetAccessTokenAsync(Cancellation)).Value.Reveal());
    }

    [Fact]
    public async Task Rejected_token_is_not_returned_unless_it_is_new()
    {
        await StartAsync();
        var token = await _manager.GetAccessTokenAsync(Cancellation);
        _manager.Reject(token);
        Assert.Same(token, await _manager.GetAccessTokenAsync(Cancellation));

        _time.Advance(TimeSpan.FromSeconds(5));
        _manager.Reject(token);
        var next = _manager.GetAccessTokenAsync(Cancellation).AsTask();
        Assert.False(next.IsCompleted);
        await _source.RespondAsync(Token("t2"));
        Assert.Equal("t2", (await next).Value.Reveal());
    }

    [Fact]
    public async Task Unexpected_exception_of_a_source_stops_renewal()
    {
        var caller = _manager.GetAccessTokenAsync(Cancellation).AsTask();
        await _source.ThrowAsync(new InvalidCastException("A detail."));
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => caller);
        Assert.Equal(PitchlyErrorNames.TokenSourceFailed, refused.Error.Name);
    }

    [Fact]
    public async Task Callback_exception_does_not_stop_renewal()
    {
        _duringConnect = _ => throw new InvalidOperationException();
        await StartAsync(TimeSpan.FromMinutes(10));
        await PassUntilAskedAsync();
        Assert.Equal(2, _source.Count);
    }
}
