using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Page;

/// <summary>GET /emulator/page: what the host page shows. GET /emulator/events: an event for each change of it.</summary>
internal sealed class PageEndpoint(AppRegistration app, Workspace workspace, Storage storage, EmbeddedApps apps, IHostApplicationLifetime lifetime)
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
            apps = apps.All.Select(one => new { name = one.Name, url = one.Url }),
        });
    }

    public IResult Events(CancellationToken cancellationToken) => TypedResults.ServerSentEvents(ChangesAsync(cancellationToken), "changed");

    /// <summary>One at once, since something may have changed before the page listened.</summary>
    private async IAsyncEnumerable<JsonObject> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var changes = System.Threading.Channels.Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        void OnChanged() => changes.Writer.TryWrite(true);
        workspace.PageChanged += OnChanged;
        storage.Changed += OnChanged;
        try
        {
            OnChanged();
            await foreach (var _ in changes.Reader.ReadAllAsync(listening.Token))
            {
                yield return [];
            }
        }
        finally
        {
            workspace.PageChanged -= OnChanged;
            storage.Changed -= OnChanged;
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
