namespace Pitchly.Emulator.Page;

/// <summary>The files of the host page, and the double of Pitchly's SDK script.</summary>
internal static class PageAssets
{
    private const string Html = "text/html; charset=utf-8", Script = "text/javascript; charset=utf-8", Style = "text/css; charset=utf-8";

    public static void Map(WebApplication host)
    {
        host.MapGet("/", (AppRegistration app, Workspace workspace) => Results.Redirect($"/t/{workspace.OrganizationId}/d/{workspace.DatabaseId}/a/{app.AppId}"));
        host.MapGet("/t/{organizationId}/d/{databaseId}/a/{appId}", () => Asset("host.html", Html));
        host.MapGet("/emulator/assets/host.css", () => Asset("host.css", Style));
        host.MapGet("/emulator/assets/host.js", () => Asset("host.js", Script));
        host.MapGet("/emulator/assets/frame.js", () => Asset("frame.js", Script));
        host.MapGet("/sdk.js", () => Asset("sdk.js", Script));
    }

    private static IResult Asset(string name, string type) => Results.Stream(typeof(PageAssets).Assembly.GetManifestResourceStream($"page/{name}")!, type);
}
