using Microsoft.AspNetCore.Connections.Features;

namespace Pitchly.Emulator;

/// <summary>
/// Detects requests that a browser repeats automatically. If a reused connection is lost before a response, the browser assumes that the
/// connection was idle for too long and repeats the request on another connection (RFC 9112, section 9.3.1), until it must open a new one.
/// Only then does the App see the failure.
/// </summary>
internal static class BrowserRepeat
{
    private static readonly object UsedKey = new();

    /// <summary>Middleware that records which connections have already carried a request.</summary>
    public static Task Run(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IConnectionItemsFeature>() is { } connection)
        {
            context.Items[UsedKey] = !connection.Items.TryAdd(UsedKey, true);
        }

        return next(context);
    }

    /// <summary>
    /// Returns whether the browser will repeat this request if its connection is lost. Only browsers send <c>Sec-Fetch-Mode</c> (Fetch
    /// Metadata).
    /// </summary>
    public static bool IsExpected(HttpContext context) =>
        context.Items[UsedKey] is true && context.Request.Headers.ContainsKey("Sec-Fetch-Mode");
}
