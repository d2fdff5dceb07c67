using System.Text.Json.Nodes;
using CsCheck;
using Places;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>
/// Tests that a value arrives unchanged at its location in the request, or is refused before anything is sent. It never becomes another
/// value.
/// </summary>
public sealed class ParameterLocationTests : IAsyncLifetime
{
    /// <summary>Inputs that are known to break other software (from the lists of naughty strings).</summary>
    private static readonly string[] Naughty =
    [
        "..", ".", "...", "../..", "..%2f", "%2e%2e", "%2E", "a/../b", "//evil.example", "/\\evil.example", "\\", "?x=1", "#f", "a b",
        "a+b", "a%20b", "&=;", "{id}",
        "a\r\nX-Evil: 1", "a\nb", "a\0b", "\t", " a", "a ", "", "null", "undefined", "\u00e9", "e\u0301", "\u202e", "\ufeff",
        "\ud83d\ude00", "\ud83d", "\ude00a", "日本語",
        "<script>", "'; DROP TABLE x;--", "${x}", "\u0085", "\u2028", "\uffff",
    ];

    private static readonly Gen<string> Listed = Gen.Int[0, Naughty.Length - 1].Select(index => Naughty[index]);

    private static readonly Gen<string> Values = Gen.OneOf(
        Listed,
        Gen.Char.Array[0, 8].Select(letters => new string(letters)),
        Gen.Select(Listed, Listed, string.Concat));

    private LoopbackServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public Task Value_in_a_path_arrives_unchanged() => CheckAsync(
        (client, value) => client.InPathAsync(value, Cancellation),
        () => Uri.UnescapeDataString(_server.RawTarget!["/items/".Length..]));

    [Fact]
    public Task Value_in_a_query_arrives_unchanged() => CheckAsync(
        (client, value) => client.InQueryAsync(value, Cancellation),
        () => Uri.UnescapeDataString(_server.RawTarget!["/query?q=".Length..]));

    [Fact]
    public Task Value_in_a_header_arrives_unchanged() => CheckAsync(
        (client, value) => client.InHeaderAsync(value, Cancellation),
        () => _server.Headers!["X-Value"].ToString());

    [Fact]
    public Task Value_in_a_form_arrives_unchanged() => CheckAsync(
        (client, value) => client.InFormAsync(new Note { Text = value }, Cancellation),
        () => Uri.UnescapeDataString(_server.Body!["text=".Length..].Replace('+', ' ')));

    [Fact]
    public Task Value_in_JSON_arrives_unchanged() => CheckAsync(
        (client, value) => client.InJsonAsync(new Note { Text = value }, Cancellation),
        () => (string)JsonNode.Parse(_server.Body!)!["text"]!);

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    public async Task A_dot_segment_is_refused(string value)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Client().InPathAsync(value, Cancellation).AsTask());
        Assert.Contains($"contains the segment '{value}'", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Requests);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    public async Task A_line_break_in_a_header_is_refused(string value)
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => Client().InHeaderAsync(value, Cancellation).AsTask());
        Assert.Contains("The value of the header 'X-Value' contains a line break", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _server.Requests);
    }

    [Fact]
    public async Task Content_headers_are_sent_with_the_content()
    {
        var since = new DateTimeOffset(2026, 11, 26, 8, 0, 0, TimeSpan.FromHours(2));
        await Client().DescribedAsync(new Note { Text = "x" }, "de", "application/vnd.note+json", "text/plain", since, Cancellation);
        Assert.Equal("de", _server.Headers!.ContentLanguage);
        Assert.Equal("application/vnd.note+json", _server.Headers.ContentType);
        Assert.Equal("text/plain", _server.Headers.Accept);
        Assert.Equal("Thu, 26 Nov 2026 06:00:00 GMT", _server.Headers.IfModifiedSince);

        await Client().BareAsync("de", Cancellation);
        Assert.Equal("de", _server.Headers.ContentLanguage);
        Assert.Equal("application/json", _server.Headers.Accept);
    }

    [Fact]
    public async Task Path_of_the_base_address_is_kept()
    {
        foreach (var path in (string[])["/api/v1/", "/api/v1", "/api/v1?x=1"])
        {
            var client = new PlacesClient(new LongTimeoutHttpClient { BaseAddress = new Uri(_server.Origin, path) });
            await client.InPathAsync("a/b", Cancellation);
            Assert.Equal("/api/v1/items/a%2Fb", _server.RawTarget);
            Assert.Equal(new Uri(_server.Origin, "/api/v1/go"), client.GoUri());
        }
    }

    private PlacesClient Client() => new(_server.Client());

    private async Task CheckAsync(Func<PlacesClient, string, ValueTask> send, Func<string> received)
    {
        var client = Client();
        await Values.SampleAsync(async value =>
        {
            try
            {
                await send(client, value);
            }
            catch (ArgumentException)
            {
                return;
            }
            catch (PitchlyException refused) when (refused.Error.Code == 400 && value.Contains('\0', StringComparison.Ordinal))
            {
                // The server refuses %00.
                return;
            }

            Assert.Equal(value, received());
        }, iter: 400, threads: 1);
    }
}
