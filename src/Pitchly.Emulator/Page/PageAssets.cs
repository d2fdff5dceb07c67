using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Page;

/// <summary>The files of the host page, and the double of Pitchly's SDK script.</summary>
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

    /// <summary>Apps speak to one origin alone, so the page has one name, whichever of this machine's names was typed.</summary>
    private static string Origin(HttpRequest request, EmulatorOptions options) => options.AllowedHosts.Contains(request.Host.Host)
        ? $"{request.Scheme}://{request.Host}"
        : $"{request.Scheme}://{Address}:{request.Host.Port ?? request.HttpContext.Connection.LocalPort}";

    /// <summary>Nobody may frame the page, since what is clicked on it hands out tokens; it frames any App.</summary>
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
