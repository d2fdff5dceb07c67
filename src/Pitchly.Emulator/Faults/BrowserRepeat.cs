using Microsoft.AspNetCore.Connections.Features;

namespace Pitchly.Emulator;

/// <summary>
/// Knows which requests a browser sends again by itself. If a connection that it used before is lost with no answer, it takes the loss for
/// a connection that had been idle too long and repeats the request on another (RFC 9112, section 9.3.1), until it has to open a new one.
/// The App notices the loss only then.
/// </summary>
internal static class BrowserRepeat
{
    private static readonly object UsedKey = new();

    /// <summary>Middleware that remembers which connections have carried a request before this one.</summary>
    public static Task Run(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IConnectionItemsFeature>() is { } connection)
        {
            context.Items[UsedKey] = !connection.Items.TryAdd(UsedKey, true);
        }

        return next(context);
    }

    /// <summary>
    /// Returns whether the browser will repeat this request if its connection is lost. Browsers alone send <c>Sec-Fetch-Mode</c> (Fetch
    /// Metadata).
    /// </summary>
    public static bool IsExpected(HttpContext context) =>
        context.Items[UsedKey] is true && context.Request.Headers.ContainsKey("Sec-Fetch-Mode");
}
