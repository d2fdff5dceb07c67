using System.Net;

namespace Pitchly.Emulator;

/// <summary>Keeps pages of other sites out: the emulator hands tokens to whoever asks, so only this machine's own may ask.</summary>
internal static class LoopbackGuard
{
    public static async Task Run(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        var isFromThisMachine = context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote);
        var isForThisMachine = IsLoopback(context.Request.Host.Host) && (origin.Length == 0 || IsLoopbackOrigin(origin));
        if (!isFromThisMachine || !isForThisMachine)
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("The emulator serves this machine alone.", context.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>Whether a page of this origin is this machine's own.</summary>
    public static bool IsLoopbackOrigin(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopback(page.Host);

    /// <summary><c>localhost</c> and all names below it are this machine (RFC 6761, section 6.3).</summary>
    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
