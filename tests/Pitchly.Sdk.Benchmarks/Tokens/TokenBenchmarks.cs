using System.Net;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Identity.Client;

namespace Pitchly.Sdk.Benchmarks.Tokens;

/// <summary>Compares getting a cached token: the SDK's manager against MSAL.</summary>
[MemoryDiagnoser]
public class TokenBenchmarks
{
    private static readonly string[] Scopes = ["https://api.example/.default"];

    private readonly AccessTokenManager _manager = new(new OneToken());
    private IConfidentialClientApplication _msal = null!;

    [GlobalSetup]
    public async Task SetupAsync()
    {
        await _manager.GenerateAccessTokenAsync();
        _msal = ConfidentialClientApplicationBuilder
            .Create("11111111-2222-3333-4444-555555555555")
            .WithClientSecret("not-a-secret")
            .WithAuthority("https://login.example/11111111-2222-3333-4444-555555555555", validateAuthority: false)
            .WithInstanceDiscovery(false)
            .WithHttpClientFactory(new CannedFactory())
            .Build();
        await MsalAsync();
    }

    [GlobalCleanup]
    public async Task CleanupAsync() => await _manager.DisposeAsync();

    [Benchmark(Baseline = true)]
    public async Task<string> MsalAsync() => (await _msal.AcquireTokenForClient(Scopes).ExecuteAsync()).AccessToken;

    [Benchmark]
    public AccessToken Pitchly() => _manager.GetAccessTokenAsync().Result;

    private sealed class OneToken : IAccessTokenSource
    {
        public ValueTask<ConnectResponse> RequestAsync(CancellationToken cancellationToken) => new((ConnectResponse)new ConnectSuccess
        {
            AccessToken = new PitchlySecret("token"),
            AccessTokenExpiresAt = DateTimeOffset.UtcNow.AddHours(1),
            OrganizationId = new OrganizationId("organization"),
        });
    }

    /// <summary>A factory whose HTTP client responds with a token that is valid for an hour.</summary>
    private sealed class CannedFactory : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => new(new Canned());
    }

    private sealed class Canned : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            const string Token = """{"token_type":"Bearer","expires_in":3600,"access_token":"token"}""";
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(Token, Encoding.UTF8, "application/json"),
            });
        }
    }
}
