using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>A real server that returns one response and records the requests.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private LoopbackServer(WebApplication host) => _host = host;

    public Uri Origin => new(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Status { get; set; } = 200;

    /// <summary>Gets or sets the number of first requests to which the server responds with 503.</summary>
    public int FailuresFirst { get; set; }

    public int Requests { get; private set; }

    public string ResponseText { get; set; } = "{}";

    /// <summary>Gets or sets the bytes of the response, if they are not <see cref="ResponseText"/> in UTF-8.</summary>
    public byte[]? Bytes { get; set; }

    /// <summary>Gets or sets a value indicating whether the response has a Content-Length header.</summary>
    public bool HasContentLength { get; set; }

    /// <summary>Gets or sets a value indicating whether the response starts and never ends.</summary>
    public bool Stalls { get; set; }

    public string ContentType { get; set; } = "application/json";

    public Dictionary<string, string> ResponseHeaders { get; } = [];

    public string? Request { get; private set; }

    /// <summary>Gets the path and query as the client sent them.</summary>
    public string? RawTarget { get; private set; }

    public string? Body { get; private set; }

    public IHeaderDictionary? Headers { get; private set; }

    public static async Task<LoopbackServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var host = builder.Build();
        var server = new LoopbackServer(host);
        host.Run(server.HandleAsync);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    public HttpClient Client() => new() { BaseAddress = Origin };

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private async Task HandleAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        Body = await reader.ReadToEndAsync(context.RequestAborted);
        Request = $"{context.Request.Method} {context.Request.Path.ToUriComponent()}{context.Request.QueryString}";
        RawTarget = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        Headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
        Requests++;
        context.Response.StatusCode = Requests <= FailuresFirst ? 503 : Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in ResponseHeaders)
        {
            context.Response.Headers[name] = value;
        }

        await RespondAsync(context);
    }

    private async Task RespondAsync(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status204NoContent)
        {
            return;
        }

        var bytes = Bytes ?? Encoding.UTF8.GetBytes(ResponseText);
        context.Response.ContentLength = HasContentLength ? bytes.Length : null;
        await context.Response.StartAsync(context.RequestAborted);
        if (Stalls)
        {
            await context.Response.Body.WriteAsync("{"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
