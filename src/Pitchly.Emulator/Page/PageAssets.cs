using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Page;

/// <summary>The files of the host page, and the emulator's implementation of Pitchly's SDK script.</summary>
internal static class PageAssets
{
    private const string Html = "text/html; charset=utf-8", Script = "text/javascript; charset=utf-8", Style = "text/css; charset=utf-8";
    private const string Address = "127.0.0.1";

    public static void Map(WebApplication host)
    {
        host.MapGet("/", (HttpRequest request, Platform platform, Workspace workspace, EmulatorOptions options) =>
            Results.Redirect(
                $"{Origin(request, options)}/t/{workspace.OrganizationId}/d/{workspace.DatabaseId}/a/{platform.Apps[0].AppId}"));
        host.MapGet("/t/{organizationId}/d/{databaseId}/a/{appId}", (HttpRequest request, EmulatorOptions options) =>
            Origin(request, options) == $"{request.Scheme}://{request.Host}" ? Page(request)
                : Results.Redirect(Origin(request, options) + request.Path));
        host.MapGet("/emulator/assets/host.css", () => Asset("host.css", Style));
        foreach (var script in (string[])["host.js", "page.js", "grid.js", "clock.js", "frame.js"])
        {
            host.MapGet("/emulator/assets/" + script, () => Asset(script, Script));
        }

        host.MapGet("/sdk.js", () => Asset("sdk.js", Script));
    }

    /// <summary>
    /// Returns the page's origin. Apps accept messages from one origin only, so the page uses the same host name even if another name of
    /// this machine was entered.
    /// </summary>
    private static string Origin(HttpRequest request, EmulatorOptions options) => options.AllowedHosts.Contains(request.Host.Host)
        ? $"{request.Scheme}://{request.Host}"
        : $"{request.Scheme}://{Address}:{request.Host.Port ?? request.HttpContext.Connection.LocalPort}";

    /// <summary>Returns the page. It can't be embedded in other pages, because clicks on it issue tokens. It can embed any App.</summary>
    private static IResult Page(HttpRequest request)
    {
        request.HttpContext.Response.Headers.ContentSecurityPolicy =
            $"default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self' ws://{request.Host}; "
                + "frame-src http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Asset("host.html", Html);
    }

    private static IResult Asset(string name, string type) =>
        Results.Stream(typeof(PageAssets).Assembly.GetManifestResourceStream($"page/{name}")!, type);
}
