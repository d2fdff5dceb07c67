using System.Globalization;
using System.Text;
using Bakery;
using Pitchly.Http;
using Pitchly.Json;
using Pitchly.Sdk.Tests.Http;
using LoafFilter = Bakery.Filter;

namespace Pitchly.Sdk.Tests.OpenApi;

/// <content>Tests the server's responses, and the requests that the server itself sends.</content>
public sealed partial class BakeryTests
{
    [Fact]
    public async Task Each_success_has_its_type()
    {
        (_server.ResponseText, _server.Status) = ("""{"job":"j1"}""", 202);
        var result = await Client().BakeLoafAsync(new Loaf { KindValue = Kind.Rye, Made = DateTimeOffset.UnixEpoch }, Cancellation);

        Assert.Equal("j1", result.Match(created => "", accepted => accepted.JobValue));
    }

    [Fact]
    public async Task Each_failure_has_its_type()
    {
        (_server.ResponseText, _server.Status, _server.ContentType) = ("""{"flaws":["wet"]}""", 422, "application/problem+json");
        var flawed = await Assert.ThrowsAsync<PitchlyHttpException<Flaws>>(
            async () => await Client().BakeLoafAsync(new Loaf { KindValue = Kind.Rye, Made = DateTimeOffset.UnixEpoch }, Cancellation));
        Assert.Equal(["wet"], flawed.Failure.FlawsValue!);

        (_server.ResponseText, _server.Status) = ("""{"title":"sold"}""", 409);
        var sold = await Assert.ThrowsAsync<PitchlyHttpException<Problem>>(
            async () => await Client().BakeLoafAsync(new Loaf { KindValue = Kind.Rye, Made = DateTimeOffset.UnixEpoch }, Cancellation));
        Assert.Equal("sold", sold.Failure.Title);
    }

    [Fact]
    public async Task Headers_and_status_are_available_and_304_is_no_error()
    {
        _server.ResponseText = $"[{LoafJson}]";
        _server.ResponseHeaders["X-Next"] = "2";
        var page = await Client().ListLoavesAsync(cancellationToken: Cancellation);
        Assert.Equal((200, "2", 1), (page.Status, page.Header("x-next"), page.Body!.Count));

        (_server.Status, _server.ResponseText) = (304, "");
        var same = await Client().ListLoavesAsync(cancellationToken: Cancellation);
        Assert.Equal((304, null), (same.Status, same.Body));
    }

    [Fact]
    public async Task Events_and_lines_are_streamed()
    {
        (_server.ResponseText, _server.ContentType) =
            ("event: job\ndata: {\"job\":\ndata: \"a\"}\n\n: comment\n\ndata: {\"job\":\"b\"}\n\ndata: [DONE]\n\n", "text/event-stream");
        Assert.Equal(["a", "b"], await Client().WatchOvenAsync(Cancellation).Select(job => job.JobValue).ToListAsync(Cancellation));

        (_server.ResponseText, _server.ContentType) = ("{\"job\":\"a\"}\r\n\r\n{\"job\":\"b\"}", "application/jsonl");
        Assert.Equal(["a", "b"], await Client().WatchOvenAsLinesAsync(Cancellation).Select(job => job.JobValue).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Large_or_malformed_event_is_an_error()
    {
        (_server.ResponseText, _server.ContentType) = ("data: {\"job\":1}\n\n", "text/event-stream");
        await Assert.ThrowsAsync<PitchlyHttpException>(async () => await Client().WatchOvenAsync(Cancellation).ToListAsync(Cancellation));

        _server.Bytes = Encoding.UTF8.GetBytes("data: " + new string('x', 100_000));
        var error = await Assert.ThrowsAsync<PitchlyException>(
            async () => await Client(new PitchlyHttpOptions { MaximumResponseBytes = 10_000 })
                .WatchOvenAsync(Cancellation)
                .ToListAsync(Cancellation));
        Assert.Equal(PitchlyErrorNames.ResponseTooLarge, error.Error.Name);
    }

    [Fact]
    public async Task Webhook_is_read_and_calls_its_callback()
    {
        var webhooks = new RecordingWebhooks();
        Assert.True(await BakeryWebhooks.ReceiveAsync("baked", Encoding.UTF8.GetBytes("""{"job":"j1"}"""), webhooks, Cancellation));
        Assert.False(await BakeryWebhooks.ReceiveAsync("burnt", ReadOnlyMemory<byte>.Empty, webhooks, Cancellation));
        await Assert.ThrowsAnyAsync<System.Text.Json.JsonException>(
            async () => await BakeryWebhooks.ReceiveAsync("baked", Encoding.UTF8.GetBytes("""{"job":"j1"} x"""), webhooks, Cancellation));

        Assert.Equal(["j1"], webhooks.Jobs);
    }
}
