using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Page;

/// <summary>
/// GET /emulator/page: what the host page shows. GET /emulator/events: an event for each change of it, and for each call and fault.
/// </summary>
internal sealed class PageEndpoint(
    AppRegistration app, Workspace workspace, Storage storage, EmbeddedApps apps, FaultPlan faults, PageNews news, IHostApplicationLifetime lifetime)
{
    public const string Path = "/emulator/page", EventsPath = "/emulator/events";

    public IResult Show()
    {
        var database = storage.Database(workspace.DatabaseId)!;
        var selection = workspace.Selection.ToHashSet(StringComparer.Ordinal);
        var filter = workspace.Filter is { } json ? JsonElement.Parse(json) : default;
        return Results.Json(new
        {
            appId = app.AppId,
            organizationId = workspace.OrganizationId,
            database = new { id = database.Id, name = database.Name },
            fields = database.Fields.Select(field => new { id = field.Id, name = field.Name, type = field.Type }),
            rows = storage.Rows(database.Id)
                .Where(row => Matches(filter, row) && (!workspace.ShowSelected || selection.Contains(row.Id)))
                .Select(row => new { id = row.Id, values = row.Cols.ToDictionary(col => col.FieldId, col => CellText.Of(col.Value)) }),
            selection = workspace.Selection,
            filter = workspace.Value("filter"),
            showSelected = workspace.ShowSelected,
            isFilterVisible = workspace.IsFilterVisible,
            faults = faults.Waiting.Select(one => new { path = one.Fault.Path, kind = one.Fault.Kind.ToString().ToLowerInvariant(), status = one.Fault.Status, left = one.Left }),
            apps = apps.All.Select(one => new { name = one.Name, url = one.Url }),
        });
    }

    public IResult Events(CancellationToken cancellationToken) => TypedResults.ServerSentEvents(NewsAsync(cancellationToken));

    private async IAsyncEnumerable<SseItem<object>> NewsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var page = new PageListener();
        workspace.PageChanged += page.OnChanged;
        storage.Changed += page.OnChanged;
        faults.Changed += page.OnChanged;
        news.Told += page.OnTold;
        try
        {
            // Something may have changed before the page listened.
            page.OnChanged();
            await foreach (var item in page.ReadAllAsync(listening.Token))
            {
                yield return item;
            }
        }
        finally
        {
            workspace.PageChanged -= page.OnChanged;
            storage.Changed -= page.OnChanged;
            faults.Changed -= page.OnChanged;
            news.Told -= page.OnTold;
        }
    }

    /// <summary>A filter that the emulator can't read hides nothing.</summary>
    private static bool Matches(JsonElement filter, Row row)
    {
        try
        {
            return FilterEvaluator.Matches(filter, row);
        }
        catch (PitchlyFault)
        {
            return true;
        }
    }
}
