using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using Pitchly.Http;
using Places;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests that responses of any size, speed and form are limited and read correctly.</summary>
public sealed class ResponseLimitsTests : IAsyncLifetime
{
    private const string Note = """{"text":"d\u00e9j\u00e0 vu"}""";

    private LoopbackServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Response_over_the_size_limit_is_refused(bool hasContentLength)
    {
        _server.Bytes = Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 2000)}}"}""");
        _server.HasContentLength = hasContentLength;

        var error = await ReadAsync(new PitchlyHttpOptions { MaximumResponseBytes = 1000 });

        Assert.Equal(PitchlyErrorNames.ResponseTooLarge, error.Error.Name);
        Assert.Contains("MaximumResponseBytes, 1000", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Size_limit_applies_to_decompressed_bytes()
    {
        var packed = new MemoryStream();
        await using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            await gzip.WriteAsync(Encoding.UTF8.GetBytes($$"""{"text":"{{new string('x', 5_000_000)}}"}"""), Cancellation);
        }

        (_server.Bytes, _server.ResponseHeaders["Content-Encoding"]) = (packed.ToArray(), "gzip");
        Assert.InRange(_server.Bytes.Length, 1, 100_000);
        using var http = new LongTimeoutHttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All })
        {
            BaseAddress = _server.Origin
        };

        var error = await Assert.ThrowsAsync<PitchlyException>(
            () => new PlacesClient(http, new PitchlyHttpOptions { MaximumResponseBytes = 100_000 }).ReadAsync(Cancellation).AsTask());

        Assert.Equal(PitchlyErrorNames.ResponseTooLarge, error.Error.Name);
    }

    [Fact]
    public async Task Stalled_response_times_out()
    {
        _server.Stalls = true;

        var error = await ReadAsync(new PitchlyHttpOptions { ReadTimeout = TimeSpan.FromMilliseconds(50) });

        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
        Assert.Contains("No part of the response arrived within 00:00:00.05", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("\"UTF-8\"", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("iso-8859-1", false)]
    [InlineData("us-ascii", false)]
    public async Task Response_is_decoded_with_its_charset(string charset, bool mark)
    {
        var encoding = Encoding.GetEncoding(charset.Trim('"'));
        var text = charset == "us-ascii" ? """{"text":"d\u00e9j\u00e0 vu"}""" : Note;
        _server.Bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];
        _server.ContentType = $"application/json; charset={charset}";

        Assert.Equal("d\u00e9j\u00e0 vu", (await Client().ReadAsync(Cancellation)).Text);
    }

    [Fact]
    public async Task Unknown_charset_is_an_error()
    {
        (_server.ResponseText, _server.ContentType) = (Note, "application/json; charset=klingon");
        Assert.Contains("The charset 'klingon' is not supported", (await ReadAsync()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"text":"x"} {}""")]
    [InlineData("""{"text":"x"}]""")]
    [InlineData("""{"text":"x"}<!-- from the proxy -->""")]
    public async Task Text_after_the_value_is_an_error(string answer)
    {
        _server.ResponseText = answer;
        Assert.Equal(PitchlyErrorNames.UnexpectedResponse, (await ReadAsync()).Error.Name);
    }

    [Theory]
    [InlineData(204, "")]
    [InlineData(200, "")]
    [InlineData(200, " \r\n")]
    [InlineData(200, "null")]
    public async Task Empty_response_is_null_for_a_nullable_result(int status, string answer)
    {
        (_server.Status, _server.ResponseText) = (status, answer);
        Assert.Null(await Client().ReadMaybeAsync(Cancellation));
        Assert.Equal(PitchlyErrorNames.UnexpectedResponse, (await ReadAsync()).Error.Name);
    }

    [Fact]
    public async Task Failure_is_read_with_the_type_of_its_status()
    {
        (_server.Status, _server.ResponseText) = (404, """{"text":"Gone."}""");
        Assert.Equal("Gone.", Assert.IsType<PitchlyHttpException<Note>>(await ReadAsync()).Failure.Text);

        _server.Status = 410;
        var other = Assert.IsType<PitchlyHttpException>(await ReadAsync());
        Assert.Equal(("http-410", """{"text":"Gone."}"""), (other.Error.Name, other.Body));
        Assert.IsType<PitchlyHttpException<Note>>(await Assert.ThrowsAnyAsync<PitchlyException>(() => Client()
            .ReadMaybeAsync(Cancellation)
            .AsTask()));
    }

    [Fact]
    public async Task Long_reason_is_truncated_and_the_body_kept()
    {
        var reason = new string('x', 10_000);
        _server.ResponseText = $$"""{"errors":[{"message":"{{reason}}"}],"data":null}""";
        var graphQL = await Assert.ThrowsAnyAsync<PitchlyException>(() => new Kitchen.Sink.StoreClient(_server.Client(), new AnyToken())
            .RemoveDishAsync(new("d"), Cancellation)
            .AsTask());
        Assert.InRange(graphQL.Message.Length, 1, 500);

        (_server.Status, _server.ResponseText) = (500, reason);
        var http = Assert.IsType<PitchlyHttpException>(await ReadAsync());
        Assert.InRange(http.Message.Length, 1, 500);
        Assert.Equal(reason, http.Body);
    }

    [Fact]
    public async Task Retry_After_is_never_negative()
    {
        (_server.Status, _server.ResponseHeaders["Retry-After"]) =
            (503, DateTimeOffset.UtcNow.AddDays(-1).ToString("r", CultureInfo.InvariantCulture));
        Assert.Equal(TimeSpan.Zero, (await ReadAsync()).RetryAfter);
    }

    private PlacesClient Client(PitchlyHttpOptions? options = null) => new(_server.Client(), options);

    private Task<PitchlyException> ReadAsync(PitchlyHttpOptions? options = null) =>
        Assert.ThrowsAnyAsync<PitchlyException>(() => Client(options).ReadAsync(Cancellation).AsTask());

    private sealed class AnyToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(new PitchlySecret("any"), DateTimeOffset.MaxValue));
    }
}
