using System.Net;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator;

/// <summary>
/// Keeps pages of other sites out: the emulator hands tokens to whoever asks, so only this machine's own may ask, and those that the
/// options name.
/// </summary>
internal sealed class LoopbackGuard(EmulatorOptions options, Platform platform)
{
    private readonly HashSet<string> _origins = [.. platform.Apps.SelectMany(app => app.Origins)];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var isForeign = origin.Length > 0 && !IsAllowedOrigin(origin);
        if (isForeign || !IsNear(context.Connection.RemoteIpAddress) || !IsOurs(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("The emulator serves this machine alone.", context.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>Returns whether a page of this origin may ask: this machine's own, and those that an App has.</summary>
    public bool IsAllowedOrigin(string origin) =>
        _origins.Contains(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsOurs(page.Host));

    /// <summary>An emulator that listens to the network, in a container, is called from outside.</summary>
    private bool IsNear(IPAddress? remote) =>
        !IPAddress.IsLoopback(options.Address) || (remote is not null && IPAddress.IsLoopback(remote));

    private bool IsOurs(string host) => IsLoopback(host) || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>localhost</c> and all names below it are this machine (RFC 6761, section 6.3).</summary>
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
