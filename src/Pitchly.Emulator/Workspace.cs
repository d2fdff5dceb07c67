using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Emulator;

/// <summary>What the simulated user sees and does in Pitchly's page. Changes are told to whoever listens.</summary>
public sealed class Workspace
{
    private readonly Lock _gate = new();
    private IReadOnlyList<string> _selection = [];
    private string? _filter;
    private bool _showSelected;
    private bool _isFilterVisible = true;

    internal Workspace(string organizationId, string databaseId) => (OrganizationId, DatabaseId) = (organizationId, databaseId);

    /// <summary>Hears of each message that the page sends to its Apps.</summary>
    internal event Action<JsonObject>? Changed;

    /// <summary>Hears that the page shows something else.</summary>
    internal event Action? PageChanged;

    /// <summary>The organization.</summary>
    public string OrganizationId { get; }

    /// <summary>The database whose rows the page shows.</summary>
    public string DatabaseId { get; }

    /// <summary>The signed-in user.</summary>
    public string UserId { get; } = RandomId.Id();

    /// <summary>The signed-in user, as v2's plugins are told.</summary>
    public string PersonId { get; private set; } = "psn" + RandomId.Id();

    /// <summary>The organization's data, as v2's plugins are told.</summary>
    public string WorkspaceId => "wks" + OrganizationId;

    /// <summary>Whether the filter is shown.</summary>
    public bool IsFilterVisible
    {
        get => _isFilterVisible;
        internal set
        {
            _isFilterVisible = value;
            ChangePage();
        }
    }

    /// <summary>The ids of the selected rows.</summary>
    public IReadOnlyList<string> Selection
    {
        get
        {
            lock (_gate)
            {
                return _selection;
            }
        }
    }

    /// <summary>The filter as JSON; <see langword="null"/> for none.</summary>
    public string? Filter
    {
        get
        {
            lock (_gate)
            {
                return _filter;
            }
        }
    }

    /// <summary>Whether 'Show Only Selected' is ticked.</summary>
    public bool ShowSelected
    {
        get
        {
            lock (_gate)
            {
                return _showSelected;
            }
        }
    }

    /// <summary>Selects rows.</summary>
    /// <param name="rowIds">Their ids; none to clear the selection.</param>
    public void Select(IEnumerable<string> rowIds) => Change(() => _selection = [.. rowIds], "selection");

    /// <summary>Sets or clears the filter.</summary>
    /// <param name="json">A JSON object; <see langword="null"/> for none.</param>
    /// <exception cref="JsonException">It is no JSON object.</exception>
    public void SetFilter(string? json)
    {
        if (json is not null && JsonNode.Parse(json) is not JsonObject)
        {
            throw new JsonException("A filter is a JSON object.");
        }

        Change(() => _filter = json, "filter");
    }

    /// <summary>Ticks or unticks 'Show Only Selected'.</summary>
    /// <param name="value">Whether it is ticked.</param>
    public void SetShowSelected(bool value) => Change(() => _showSelected = value, "showSelected");

    /// <summary>Another person signs in.</summary>
    public void SwitchPerson() => Change(() => PersonId = "psn" + RandomId.Id(), "person");

    /// <summary>Clicks on a cell.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="rowId">The row's id.</param>
    public void Activate(string fieldId, string rowId) =>
        Send("activeCell", new JsonObject { ["fieldId"] = $"{WorkspaceId}|fld{fieldId}", ["recordId"] = "rec" + rowId });

    /// <summary>Sends any message to the Apps of the page.</summary>
    /// <param name="type">The event's name.</param>
    /// <param name="data">What it carries.</param>
    public void Send(string type, JsonNode? data) => Changed?.Invoke(Message(type, data));

    /// <summary>The current value of an event, as a message; <see langword="null"/> for an event that the page does not have.</summary>
    internal JsonNode? Value(string type) => type switch
    {
        "organization" => OrganizationId,
        "database" => DatabaseId,
        "selection" => new JsonArray([.. Selection.Select(id => (JsonNode)id)]),
        "filter" => Filter is { } filter ? JsonNode.Parse(filter) : null,
        "showSelected" => ShowSelected,
        "workspace" => new JsonObject { ["workspaceId"] = WorkspaceId },
        "table" => new JsonObject { ["tableId"] = $"{WorkspaceId}|tbl{DatabaseId}" },
        "person" => new JsonObject { ["personId"] = PersonId },
        "focus" => new JsonObject { ["isFocused"] = true },
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "The page has no such value."),
    };

    internal void ChangePage() => PageChanged?.Invoke();

    internal static JsonObject Message(string type, JsonNode? data) => new() { ["type"] = type, ["data"] = data };

    private void Change(Action change, string type)
    {
        lock (_gate)
        {
            change();
        }

        Send(type, Value(type));
        ChangePage();
    }
}
