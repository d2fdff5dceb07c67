using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pitchly.Browser.Tests;

/// <summary>A server that redirects every request.</summary>
internal sealed class Redirect : IAsyncDisposable
{
    private readonly WebApplication _server;

    private Redirect(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.First());

    public static async Task<Redirect> StartAsync(Uri target)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapGet("/", () => Results.Redirect(target.AbsoluteUri));
        await server.StartAsync(TestContext.Current.CancellationToken);
        return new Redirect(server);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
