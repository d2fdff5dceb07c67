using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pitchly.Emulator.Configuration;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.Page;

/// <summary>
/// GET /emulator/page: the content of the host page. GET /emulator/events: an event for each change of the content, each call and each
/// fault.
/// </summary>
internal sealed class PageEndpoint(
    Platform platform,
    Workspace workspace,
    Storage storage,
    EmbeddedApps apps,
    FaultPlan faults,
    PageEvents events,
    SdkTokens tokens,
    MovableClock clock,
    IHostApplicationLifetime lifetime)
{
    public const string Path = "/emulator/page", EventsPath = "/emulator/events";

    /// <summary>The default number of rows in a response.</summary>
    private const int DefaultCount = 100;

    public IResult Show(HttpRequest request)
    {
        var (from, count) = (Number(request, "from", 0), Number(request, "count", DefaultCount));
        var database = storage.Database(workspace.DatabaseId)!;
        var selection = workspace.Selection.ToHashSet(StringComparer.Ordinal);
        var filter = workspace.Filter is { } json ? JsonElement.Parse(json) : default;
        var isWhole = filter.ValueKind is JsonValueKind.Undefined && !workspace.ShowSelected;
        var rows = storage.Rows(database.Id);
        var shown = isWhole ? rows
            : [.. rows.Where(row => Matches(filter, row) && (!workspace.ShowSelected || selection.Contains(row.Id)))];
        return Results.Json(new
        {
            appId = platform.Apps[0].AppId,
            organizationId = workspace.OrganizationId,
            organization = workspace.Organization.Name,
            person = workspace.UserId,
            people = platform.Organizations.SelectMany(
                organization => organization.People.Select(person => new { id = person.Id, name = $"{person.Name}, {organization.Name}" })),
            databases = storage.Databases(workspace.OrganizationId).Select(one => new { id = one.Id, name = one.Name }),
            database = new { id = database.Id, name = database.Name },
            fields = database.Fields.Select(field => new { id = field.Id, name = field.Name, type = FieldValue.Name(field.Type) }),
            from,
            rowCount = shown.Count,
            rows = shown.Skip(from).Take(count).Select(row => new
            {
                id = row.Id,
                isSelected = selection.Contains(row.Id),
                values = row.Cols.ToDictionary(col => col.FieldId, col => CellText.Of(col.Value)),
            }),
            selectedCount = selection.Count,
            filter = workspace.Value("filter"),
            showSelected = workspace.ShowSelected,
            isFilterVisible = workspace.IsFilterVisible,
            faults = faults.Waiting.Select(one => new
            {
                path = one.Fault.Path,
                kind = JsonNamingPolicy.CamelCase.ConvertName(one.Fault.Kind.ToString()),
                status = one.Fault.Status,
                left = one.Left
            }),
            clock = new { now = clock.GetUtcNow(), aheadSeconds = clock.Ahead.TotalSeconds },
            tokens = tokens.Newest.Select(one => Shown(one.Grant, one.IsValid)),
            apps = apps.All.Select(one => new { name = one.Name, url = one.Url, appId = one.AppId }),
        });
    }

    public IResult Events(CancellationToken cancellationToken) => TypedResults.ServerSentEvents(ReadEventsAsync(cancellationToken));

    private async IAsyncEnumerable<SseItem<object>> ReadEventsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var listening = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var page = new PageListener();
        workspace.PageChanged += page.OnChanged;
        storage.Changed += page.OnChanged;
        faults.Changed += page.OnChanged;
        tokens.Issued += page.OnChanged;
        clock.Moved += page.OnChanged;
        events.Raised += page.OnRaised;
        try
        {
            // The content may have changed before the subscriptions above.
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
            tokens.Issued -= page.OnChanged;
            clock.Moved -= page.OnChanged;
            events.Raised -= page.OnRaised;
        }
    }

    /// <summary>Returns the lifetime of a token, without the token.</summary>
    private object Shown(Grant grant, bool isValid) => new
    {
        app = platform.App(grant.Approval.AppId)?.Name,
        issuedAt = grant.IssuedAt,
        reuseUntil = grant.ExpiresAt - SdkTokens.Reuse,
        renewFrom = grant.ExpiresAt - SdkTokens.RenewalStart,
        renewUntil = grant.ExpiresAt - SdkTokens.RenewalEnd,
        expiresAt = grant.ExpiresAt,
        isGood = isValid,
    };

    private static int Number(HttpRequest request, string name, int otherwise) =>
        int.TryParse(request.Query[name], out var number) ? number : otherwise;

    /// <summary>Returns whether a row matches the filter. A filter that the emulator can't read matches all rows.</summary>
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
