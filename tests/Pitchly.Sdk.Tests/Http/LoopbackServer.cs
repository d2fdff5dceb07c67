using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>A real server that gives one answer, and keeps what it was asked.</summary>
internal sealed class LoopbackServer : IAsyncDisposable
{
    private readonly WebApplication _host;

    private LoopbackServer(WebApplication host) => _host = host;

    public Uri Origin => new(_host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

    public int Status { get; set; } = 200;

    /// <summary>How many requests are answered with 503 before the others.</summary>
    public int Failing { get; set; }

    public int Requests { get; private set; }

    public string Answer { get; set; } = "{}";

    public string ContentType { get; set; } = "application/json";

    public Dictionary<string, string> AnswerHeaders { get; } = [];

    public string? Request { get; private set; }

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
        Headers = new HeaderDictionary(context.Request.Headers.ToDictionary());
        Requests++;
        context.Response.StatusCode = Requests <= Failing ? 503 : Status;
        context.Response.ContentType = ContentType;
        foreach (var (name, value) in AnswerHeaders)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(Answer, context.RequestAborted);
    }
}
