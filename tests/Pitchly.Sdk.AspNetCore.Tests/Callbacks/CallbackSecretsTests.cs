using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Senders;

namespace Pitchly.AspNetCore.Tests.Callbacks;

/// <summary>
/// Tests that signatures are verified as the schema declares, with only an address in code and the secrets in configuration.
/// </summary>
public sealed class CallbackSecretsTests : IAsyncDisposable
{
    private const string Section = "Pitchly:Callbacks:IGitHubCallbacks:";

    private readonly string _first = NewSecret(), _second = NewSecret();
    private readonly List<string> _heard = [];
    private readonly HttpClient _http = new();
    private readonly string _file = Path.GetTempFileName();
    private WebApplication? _app;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        File.Delete(_file);
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }
    }

    [Fact]
    public async Task New_secret_is_valid_without_a_restart()
    {
        await StartAsync(("Secret", _first));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(_first));
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(_second));

        _app!.Configuration[Section + "Secret"] = _second;
        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(_first));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(_second));
        Assert.Equal(["push 7", "push 7"], _heard);
    }

    [Fact]
    public async Task Both_secrets_are_valid_during_rotation()
    {
        await StartAsync(("Secret:0", _first), ("Secret:1", _second));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(_first));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(_second));
    }

    [Fact]
    public async Task A_file_can_hold_the_secret()
    {
        await File.WriteAllTextAsync(_file, _first + "\n", Cancellation);
        await StartAsync(("SecretFile", _file));
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(_first));

        await File.WriteAllTextAsync(_file, _second, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, await SendAsync(_second));
    }

    [Fact]
    public async Task Removed_secret_refuses_all_requests()
    {
        await StartAsync(("Secret", _first));
        _app!.Configuration[Section + "Secret"] = "";

        Assert.Equal(HttpStatusCode.Unauthorized, await SendAsync(_first));
    }

    [Fact]
    public async Task Missing_secret_is_an_error_at_startup()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => StartAsync());
        Assert.Contains(Section + "Secret", error.Message, StringComparison.Ordinal);
        Assert.Contains("Pitchly__Callbacks__IGitHubCallbacks__Secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_secret_is_an_error_at_startup()
    {
        var app = Build(("Pitchly:Callbacks:IStandardCallbacks:Secret", "whsec_not base64"));
        var error = Assert.Throws<FormatException>(() => app.MapPitchlyCallbacks<IStandardCallbacks>("/standard"));
        Assert.DoesNotContain("not base64", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Replay_window_without_a_timestamp_is_refused()
    {
        var app = Build((Section + "Secret", _first));
        Assert.Throws<ArgumentException>(
            () => app.MapPitchlyCallbacks<IGitHubCallbacks>("/", options => options.ReplayWindow = TimeSpan.FromMinutes(1)));
    }

    private static string NewSecret() => Convert.ToHexString(RandomNumberGenerator.GetBytes(16));

    private WebApplication Build(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)));
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        builder.Services.AddSingleton<IGitHubCallbacks>(new GitHubCallbacks
        {
            OnPush = (payload, _) =>
            {
                _heard.Add($"push {payload.Number}");
                return default;
            },
        });
        return _app = builder.Build();
    }

    private async Task StartAsync(params (string Key, string Value)[] settings)
    {
        var app = Build([.. settings.Select(one => (Section + one.Key, one.Value))]);
        app.MapPitchlyCallbacks<IGitHubCallbacks>("/hooks/github");
        await app.StartAsync(Cancellation);
        _http.BaseAddress = new Uri(app.Urls.First());
    }

    private async Task<HttpStatusCode> SendAsync(string secret)
    {
        const string body = """{"test":7}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(body));
        content.Headers.Add("X-Hub-Signature-256", "sha256=" + Convert.ToHexStringLower(signature));
        using var answer = await _http.PostAsync(new Uri("/hooks/github/push", UriKind.Relative), content, Cancellation);
        return answer.StatusCode;
    }
}
