using System.Net;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator;

/// <summary>
/// Rejects requests from other machines and from pages of other sites. The emulator issues tokens to any caller, so it accepts only this
/// machine, the hosts in the options and the origins of Apps.
/// </summary>
internal sealed class LoopbackGuard(EmulatorOptions options, Platform platform)
{
    private readonly HashSet<string> _origins = [.. platform.Apps.SelectMany(app => app.Origins)];

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var isForeign = origin.Length > 0 && !IsAllowedOrigin(origin);
        if (isForeign || !IsAllowedClient(context.Connection.RemoteIpAddress) || !IsAllowedHost(context.Request.Host.Host))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("The emulator accepts requests only from this machine.", context.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>
    /// Returns whether pages of an origin may send requests: origins on this machine, the allowed hosts, and the origins of Apps.
    /// </summary>
    public bool IsAllowedOrigin(string origin) =>
        _origins.Contains(origin) || (Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsAllowedHost(page.Host));

    /// <summary>
    /// Returns whether a caller's address is accepted. An emulator that listens on a network address, such as in a container, accepts
    /// callers from outside.
    /// </summary>
    private bool IsAllowedClient(IPAddress? remote) =>
        !IPAddress.IsLoopback(options.Address) || (remote is not null && IPAddress.IsLoopback(remote));

    private bool IsAllowedHost(string host) => IsLoopback(host) || options.AllowedHosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    /// <summary><c>localhost</c> and all names below it refer to this machine (RFC 6761, section 6.3).</summary>
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
