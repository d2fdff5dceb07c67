using System.Net;

namespace Pitchly.Emulator;

/// <summary>Keeps pages of other sites out: the emulator hands tokens to whoever asks, so only this machine's own may ask.</summary>
internal static class LoopbackGuard
{
    public static async Task Run(HttpContext context, RequestDelegate next)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (!IsLoopback(context.Request.Host.Host) || (origin.Length > 0 && !IsLoopbackOrigin(origin)))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            await context.Response.WriteAsync("The emulator serves this machine alone.", context.RequestAborted);
            return;
        }

        await next(context);
    }

    /// <summary>Whether a page of this origin is this machine's own.</summary>
    public static bool IsLoopbackOrigin(string origin) => Uri.TryCreate(origin, UriKind.Absolute, out var page) && IsLoopback(page.Host);

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
