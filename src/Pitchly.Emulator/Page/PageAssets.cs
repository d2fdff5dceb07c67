namespace Pitchly.Emulator.Page;

/// <summary>The files of the host page, and the double of Pitchly's SDK script.</summary>
internal static class PageAssets
{
    private const string Html = "text/html; charset=utf-8", Script = "text/javascript; charset=utf-8", Style = "text/css; charset=utf-8";
    private const string Address = "127.0.0.1";

    public static void Map(WebApplication host)
    {
        host.MapGet("/", (HttpRequest request, AppRegistration app, Workspace workspace) =>
            Results.Redirect($"{Origin(request)}/t/{workspace.OrganizationId}/d/{workspace.DatabaseId}/a/{app.AppId}"));
        host.MapGet("/t/{organizationId}/d/{databaseId}/a/{appId}", (HttpRequest request) =>
            request.Host.Host == Address ? Asset("host.html", Html) : Results.Redirect(Origin(request) + request.Path));
        host.MapGet("/emulator/assets/host.css", () => Asset("host.css", Style));
        host.MapGet("/emulator/assets/host.js", () => Asset("host.js", Script));
        host.MapGet("/emulator/assets/frame.js", () => Asset("frame.js", Script));
        host.MapGet("/sdk.js", () => Asset("sdk.js", Script));
    }

    /// <summary>Apps speak to one origin alone, so the page has one name, whichever of this machine's names was typed.</summary>
    private static string Origin(HttpRequest request) => $"{request.Scheme}://{Address}:{request.HttpContext.Connection.LocalPort}";

    private static IResult Asset(string name, string type) => Results.Stream(typeof(PageAssets).Assembly.GetManifestResourceStream($"page/{name}")!, type);
}
