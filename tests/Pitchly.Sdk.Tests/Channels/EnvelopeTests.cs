using System.Threading.Channels;
using Envelopes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;
using Pitchly.Channels;

namespace Pitchly.Sdk.Tests.Channels;

/// <summary>Tests channels whose messages use other member names than Pitchly's.</summary>
public sealed class EnvelopeTests : IAsyncDisposable
{
    private readonly FakePlatform _platform = new();
    private readonly Channel<string> _calls = Channel.CreateUnbounded<string>();
    private readonly FakeLoggerProvider _logs = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task Events_and_sequences_are_read_with_the_schemas_names()
    {
        await using var feed = await FeedAsync();
        Assert.Null(feed.LatestSequence);
        await _platform.SendAsync("""{"op":0,"t":"MESSAGE_CREATE","s":41,"d":{"text":"type"}}""");
        await _platform.SendAsync("""{"op":0,"t":"RESUMED","s":42}""");
        await _platform.SendAsync("""{"op":0,"t":"RESUMED","s":42}""");

        Assert.Equal(["post type", "resumed", "resumed"], await ReadCallsAsync(3));
        Assert.Equal(42, feed.LatestSequence);
        Assert.Equal(0, feed.DroppedMessages);
    }

    [Theory]
    [InlineData("""{"op":10,"d":{"heartbeat_interval":45000},"t":null,"s":null}""", "unknown  {\"heartbeat_interval\":45000}")]
    [InlineData("""{"op":11}""", "unknown  null")]
    [InlineData("""{"t":"TYPING_START","s":7,"d":[1]}""", "unknown TYPING_START [1]")]
    public async Task Message_unknown_to_the_schema_reaches_the_App(string message, string call)
    {
        await using var feed = await FeedAsync();
        await _platform.SendAsync(message);

        Assert.Equal([call], await ReadCallsAsync(1));
    }

    [Theory]
    [InlineData("""{"t":"RESUMED","s":"seven"}""", "message.sequence: expected a 64-bit integer")]
    [InlineData("""{"t":7}""", "message.type")]
    public async Task Message_with_malformed_members_is_dropped_and_logged(string message, string logged)
    {
        await using var feed = await FeedAsync();
        await _platform.SendAsync(message);
        await _platform.SendAsync("""{"t":"RESUMED"}""");

        Assert.Equal(["resumed"], await ReadCallsAsync(1));
        Assert.Equal(1, feed.DroppedMessages);
        AssertLogged(logged);
    }

    [Fact]
    public async Task Payload_in_the_wrong_member_is_logged()
    {
        await using var feed = await FeedAsync();
        await _platform.SendAsync("""{"t":"RESUMED","data":{}}""");

        Assert.Equal(["resumed"], await ReadCallsAsync(1));
        AssertLogged("belongs in its member 'd'");
    }

    [Fact]
    public async Task Commands_are_written_with_the_schemas_names()
    {
        await using var feed = await FeedAsync();
        await feed.HeartbeatAsync(42, Cancellation);
        await feed.HeartbeatAsync(null, Cancellation);

        Assert.Equal("""{"t":"heartbeat","d":42}""", (await _platform.ReceiveAsync()).ToJsonString());
        Assert.Equal("""{"t":"heartbeat","d":null}""", (await _platform.ReceiveAsync()).ToJsonString());
    }

    [Fact]
    public async Task Reply_is_matched_by_its_id()
    {
        await using var page = await PageAsync();
        var asked = page.GetContextAsync(Cancellation).AsTask();
        Assert.Equal("""{"func":"getContext","id":"1"}""", (await _platform.ReceiveAsync()).ToJsonString());
        await _platform.SendAsync("""{"func":"themeChange","args":["dark"]}""");
        await _platform.SendAsync("""{"id":"1","args":{"text":"here"}}""");

        Assert.Equal("here", (await asked).Text);
        Assert.Equal(["theme dark"], await ReadCallsAsync(1));
    }

    [Theory]
    [InlineData("""{"name":"no","reason":"Not now.","code":403}""", "no", "Not now.")]
    [InlineData("""{"errorCode":500,"message":"secret-in-the-error"}""", PitchlyErrorNames.UnexpectedResponse, "the error is malformed")]
    [InlineData("\"secret-in-the-error\"", PitchlyErrorNames.UnexpectedResponse, "the error is malformed")]
    public async Task Refusal_of_any_shape_completes_the_request(string error, string name, string reason)
    {
        await using var page = await PageAsync();
        var asked = page.GetContextAsync(Cancellation).AsTask();
        await _platform.ReceiveAsync();
        await _platform.SendAsync($$"""{"id":"1","error":{{error}}}""");

        var refused = (await Assert.ThrowsAsync<PitchlyException>(() => asked)).Error;
        Assert.Equal(name, refused.Name);
        Assert.Contains(reason, refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-in-the-error", refused.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Message_is_parsed_with_a_custom_envelope()
    {
        var envelope = new MessageEnvelope { Type = "método", Data = "params", Id = "nr", Error = "fault", Sequence = "#" };
        Assert.Equal(
            ("método", "params", "nr", "fault", "#"), (envelope.Type, envelope.Data, envelope.Id, envelope.Error, envelope.Sequence));

        var message = PitchlyMessage.Parse("""{"m\u00e9todo":"a","nr":"1","params":[1],"#":-1}"""u8.ToArray(), envelope);
        Assert.Equal(("a", "1", "[1]", -1L), (message.Type, message.Id, message.Data.ToString(), message.Sequence!.Value));
        Assert.Throws<ArgumentException>(() => new MessageEnvelope { Type = "" });
    }

    private void AssertLogged(string what) =>
        Assert.Contains(_logs.Collector.GetSnapshot(), entry => entry.Message.Contains(what, StringComparison.Ordinal));

    private ValueTask<FeedClient> FeedAsync() => FeedClient.ConnectAsync(
        _platform.OpenAsync,
        new FeedCallbacks
        {
            OnMESSAGECREATE = (post, _) => _calls.Writer.WriteAsync("post " + post.Text, CancellationToken.None),
            OnRESUMED = _ => _calls.Writer.WriteAsync("resumed", CancellationToken.None),
            OnUnknownMessage = (message, _) => _calls.Writer.WriteAsync($"unknown {message.Type} {message.Data}", CancellationToken.None),
        },
        Options(),
        Cancellation);

    private ValueTask<PageClient> PageAsync() => PageClient.ConnectAsync(
        _platform.OpenAsync,
        new PageCallbacks { OnThemeChange = (theme, _) => _calls.Writer.WriteAsync("theme " + theme[0], CancellationToken.None) },
        Options(),
        Cancellation);

    private PitchlyChannelOptions Options() =>
        new() { TimeProvider = new FakeTimeProvider(), LoggerFactory = new LoggerFactory([_logs]) };

    private async Task<List<string>> ReadCallsAsync(int count)
    {
        List<string> calls = [];
        while (calls.Count < count)
        {
            calls.Add(await _calls.Reader.ReadAsync(Cancellation));
        }

        return calls;
    }
}
