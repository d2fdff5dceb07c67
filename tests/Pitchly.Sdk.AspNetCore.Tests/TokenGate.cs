using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Pitchly.AspNetCore.Tests;

/// <summary>A proxy in front of the emulator's OAuth endpoints that counts the grants, and can delay or drop a response.</summary>
internal sealed class TokenGate : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly ConcurrentQueue<(string Grant, int Status)> _seen = new();
    private readonly ConcurrentQueue<Refresh> _refreshes = new();
    private int _inFlight;
    private int _mostAtOnce;

    private TokenGate(WebApplication app, Uri emulator)
    {
        _app = app;
        app.MapPost("/api/oauth/token", context => ForwardAsync(context, new Uri(emulator, "/api/oauth/token")));
    }

    public Uri Origin { get; private set; } = null!;

    /// <summary>Gets or sets a callback that runs before a response is forwarded. It returns true to drop the response.</summary>
    public Func<string, Task<bool>> OnResponse { get; set; } = _ => Task.FromResult(false);

    public int MostAtOnce => _mostAtOnce;

    /// <summary>Gets the refreshes that returned a new token pair.</summary>
    public IReadOnlyCollection<Refresh> Refreshes => _refreshes;

    public static async Task<TokenGate> StartAsync(Uri emulator)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting();
        var gate = new TokenGate(builder.Build(), emulator);
        await gate._app.StartAsync(TestContext.Current.CancellationToken);
        gate.Origin = new Uri(gate._app.Urls.First());
        return gate;
    }

    public int Count(string grant, int status = StatusCodes.Status200OK) => _seen.Count(one => one == (grant, status));

    public override string ToString() =>
        string.Join(", ", _seen.GroupBy(one => one).Select(group => $"{group.Key.Grant} {group.Key.Status}: {group.Count()}"));

    public int Total => _seen.Count;

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task ForwardAsync(HttpContext context, Uri target)
    {
        var form = await context.Request.ReadFormAsync();
        var (grant, at) = (form["grant_type"].ToString(), DateTimeOffset.UtcNow);
        var inFlight = Interlocked.Increment(ref _inFlight);
        _mostAtOnce = Math.Max(_mostAtOnce, inFlight);
        try
        {
            using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString())));
            using var answer = await _http.PostAsync(target, content);
            _seen.Enqueue((grant, (int)answer.StatusCode));
            var body = await answer.Content.ReadAsByteArrayAsync();
            if (grant == "refresh_token" && answer.IsSuccessStatusCode)
            {
                _refreshes.Enqueue(new Refresh(at, new(form["refresh_token"].ToString()), new(RefreshTokenOf(body))));
            }

            if (await OnResponse(grant))
            {
                context.Abort();
                return;
            }

            context.Response.StatusCode = (int)answer.StatusCode;
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(body);
        }
        finally
        {
            Interlocked.Decrement(ref _inFlight);
        }
    }

    private static string RefreshTokenOf(byte[] body) => JsonElement.Parse(body).GetProperty("refresh_token").GetString()!;
}

/// <summary>A refresh as the emulator received it.</summary>
/// <param name="At">The time of the request.</param>
/// <param name="Used">The refresh token that was used.</param>
/// <param name="Issued">The refresh token that was issued.</param>
internal sealed record Refresh(DateTimeOffset At, PitchlySecret Used, PitchlySecret Issued);
