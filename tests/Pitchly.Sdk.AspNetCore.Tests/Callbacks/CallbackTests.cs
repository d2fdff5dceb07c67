using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Bells;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Pitchly.AspNetCore.Tests.Callbacks;

/// <summary>Tests schema callbacks that arrive over HTTP.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    /// <summary>A key that is generated for each run.</summary>
    private static readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    private readonly FakeTimeProvider _time = new(DateTimeOffset.UtcNow);
    private readonly Heard _heard = new();
    private readonly HttpClient _http = new();
    private WebApplication _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddSingleton<TimeProvider>(_time).AddSingleton<IBellCallbacks>(_heard);
        builder.Services.AddSingleton<IChimeCallbacks>(_heard).AddSingleton<Hooks.IHooksWebhooks>(_heard);
        _app = builder.Build();
        _app.MapPitchlyCallbacks<IBellCallbacks>("/bell", options => (options.AllowUnsigned, options.MaximumBodyBytes) = (true, 1000));
        _app.MapPitchlyCallbacks<IChimeCallbacks>("/chime", options => options.AllowUnsigned = true);
        _app.MapPitchlyCallbacks<Hooks.IHooksWebhooks>(
            "/hooks/", options => options.Secrets = _ => [new PitchlySecret("whsec_" + Convert.ToBase64String(_key))]);
        await _app.StartAsync(Cancellation);
        _http.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/bell", """{"type":"ring","data":{"times":3}}""", "ring 3")]
    [InlineData("/bell/ring", """{"times":3}""", "ring 3")]
    [InlineData("/bell", """{"type":"stop"}""", "stop")]
    [InlineData("/bell/stop", "", "stop")]
    [InlineData("/chime", """{"event":"strike","payload":{"times":3}}""", "strike 3")]
    [InlineData("/chime/strike", """{"times":3}""", "strike 3")]
    public async Task Callback_runs_before_the_response(string path, string body, string heard)
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync(path, body));
        Assert.Equal([heard], _heard.All);
    }

    [Theory]
    [InlineData("/bell/ring", """{"times":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("/bell/ring", "{", HttpStatusCode.BadRequest)]
    [InlineData("/bell", "[]", HttpStatusCode.BadRequest)]
    [InlineData("/chime", """{"payload":{"times":3}}""", HttpStatusCode.NotFound)]
    [InlineData("/bell/other", "{}", HttpStatusCode.NotFound)]
    [InlineData("/bell/ring", """{"times":99}""", HttpStatusCode.InternalServerError)]
    public async Task Invalid_request_gets_the_matching_status(string path, string body, HttpStatusCode status)
    {
        Assert.Equal(status, await PostAsync(path, body));
        Assert.Empty(_heard.All);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Body_over_the_limit_is_refused(bool isChunked)
    {
        using var content = new StringContent($$"""{"times":1,"x":"{{new string('x', 2000)}}"}""", Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/bell/ring") { Content = content };
        request.Headers.TransferEncodingChunked = isChunked;
        using var answer = await _http.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Content_type_other_than_JSON_is_refused()
    {
        using var content = new StringContent("{}", Encoding.UTF8, "text/plain");
        using var answer = await _http.PostAsync(new Uri("/bell/stop", UriKind.Relative), content, Cancellation);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
    }

    [Fact]
    public async Task Signed_request_is_accepted()
    {
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync());
        Assert.Equal(["signed d1"], _heard.All);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task Signed_request_outside_its_window_is_refused(int seconds)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(at: _time.GetUtcNow().AddSeconds(seconds)));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(at: _time.GetUtcNow().AddSeconds(Math.Sign(seconds) * 299)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1,")]
    [InlineData("v1,AAAA")]
    [InlineData("v1,!")]
    [InlineData("v2,{0}")]
    [InlineData("{0}")]
    public async Task A_request_with_another_signature_is_refused(string signature)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(signature: signature));
        Assert.Empty(_heard.All);
    }

    [Fact]
    public async Task One_valid_signature_of_several_is_enough() =>
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(signature: "v1a,x v1,AAAA v1,{0}"));

    [Fact]
    public async Task A_changed_body_is_refused()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(sent: """{"id":"d2"}"""));
        Assert.Empty(_heard.All);
    }

    [Fact]
    public void Callback_endpoint_without_an_access_check_is_refused() =>
        Assert.Throws<ArgumentException>(() => _app.MapPitchlyCallbacks<IBellCallbacks>("/open", _ => { }));

    private async Task<HttpStatusCode> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(new Uri(path, UriKind.Relative), content, Cancellation);
        return answer.StatusCode;
    }

    private async Task<HttpStatusCode> SendAsync(DateTimeOffset? at = null, string signature = "v1,{0}", string? sent = null)
    {
        const string body = """{"id":"d1"}""";
        var time = (at ?? _time.GetUtcNow()).ToUnixTimeSeconds();
        var good = Convert.ToBase64String(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"msg_1.{time}.{body}")));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/hooks/dealSigned")
        {
            Content = new StringContent(sent ?? body, new MediaTypeHeaderValue("application/json")),
        };
        request.Headers.Add("webhook-id", "msg_1");
        request.Headers.Add("webhook-timestamp", $"{time}");
        request.Headers.TryAddWithoutValidation("webhook-signature", signature.Replace("{0}", good, StringComparison.Ordinal));
        using var answer = await _http.SendAsync(request, Cancellation);
        return answer.StatusCode;
    }

    private sealed class Heard : IBellCallbacks, IChimeCallbacks, Hooks.IHooksWebhooks
    {
        private const int TooMany = 99;

        public List<string> All { get; } = [];

        public ValueTask OnRingAsync(Ring ring, CancellationToken cancellationToken)
        {
            All.Add(ring.Times == TooMany ? throw new InvalidOperationException("Too many.") : $"ring {ring.Times}");
            return default;
        }

        public ValueTask OnStopAsync(CancellationToken cancellationToken)
        {
            All.Add("stop");
            return default;
        }

        public ValueTask OnStrikeAsync(Ring strike, CancellationToken cancellationToken)
        {
            All.Add($"strike {strike.Times}");
            return default;
        }

        public ValueTask OnDealSignedAsync(Hooks.DealSigned payload, CancellationToken cancellationToken)
        {
            All.Add($"signed {payload.Id}");
            return default;
        }
    }
}
