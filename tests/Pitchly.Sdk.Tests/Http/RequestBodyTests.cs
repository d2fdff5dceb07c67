using System.Net;
using Places;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests request bodies, which are written into a rented buffer that is returned to the pool after the call.</summary>
public class RequestBodyTests
{
    private const string Sent = """{"text":"first"}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Body_that_is_still_being_sent_does_not_change()
    {
        using var handler = new EarlyAnswer();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("https://places.example") };
        var client = new PlacesClient(http);

        await client.InJsonAsync(new Note { Text = "first" }, Cancellation);
        await client.InJsonAsync(new Note { Text = "other" }, Cancellation);

        Assert.Equal(Sent, await handler.FinishFirstAsync());
    }

    [Fact]
    public async Task A_body_can_not_be_sent_after_the_call()
    {
        using var handler = new EarlyAnswer();
        using var http = new HttpClient(handler) { BaseAddress = new Uri("https://places.example") };
        await new PlacesClient(http).InJsonAsync(new Note { Text = "first" }, Cancellation);
        await handler.FinishFirstAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => handler.First!.CopyToAsync(Stream.Null, Cancellation));
    }

    [Fact]
    public async Task Optional_form_is_sent_if_it_is_set()
    {
        await using var server = await LoopbackServer.StartAsync();
        using var http = new LongTimeoutHttpClient { BaseAddress = server.Origin };
        var client = new PlacesClient(http);

        await client.InOptionalFormAsync(new Note { Text = "a b" }, Cancellation);
        Assert.Equal("text=a+b", server.Body);
        await client.InOptionalFormAsync(cancellationToken: Cancellation);
        Assert.Equal("", server.Body);
        await client.InNullableFormAsync(new Note { Text = "c" }, Cancellation);
        Assert.Equal("text=c", server.Body);
        await client.InNullableFormAsync(null, Cancellation);
        Assert.Equal("", server.Body);
    }

    [Fact]
    public async Task Response_to_HEAD_has_a_length_and_no_body()
    {
        await using var server = await LoopbackServer.StartAsync();
        server.HasContentLength = true;
        using var http = new LongTimeoutHttpClient { BaseAddress = server.Origin };

        await new PlacesClient(http).LookAsync(Cancellation);

        Assert.StartsWith("HEAD /look", server.Request, StringComparison.Ordinal);
    }

    /// <summary>A handler that responds while it is still receiving the body of the first request.</summary>
    private sealed class EarlyAnswer : HttpMessageHandler
    {
        private readonly GatedStream _stream = new();
        private Task _copying = Task.CompletedTask;

        public HttpContent? First { get; private set; }

        public async Task<string> FinishFirstAsync()
        {
            _stream.Gate.SetResult();
            await _copying;
            return _stream.Text;
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (First is null)
            {
                First = request.Content!;
                _copying = First.CopyToAsync(_stream, CancellationToken.None);
            }

            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request });
        }
    }

    /// <summary>A stream whose writes wait until its gate is opened.</summary>
    private sealed class GatedStream : MemoryStream
    {
        public TaskCompletionSource Gate { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public string Text => System.Text.Encoding.UTF8.GetString(ToArray());

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Gate.Task;
            await base.WriteAsync(buffer, cancellationToken);
        }
    }
}
