using System.Text.Json;
using System.Text.Json.Nodes;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator;

/// <summary>The state of Pitchly's page and the actions of the simulated user. Subscribers are notified of changes.</summary>
public sealed class Workspace
{
    private readonly Lock _gate = new();
    private IReadOnlyList<string> _selection = [];
    private string? _filter;
    private bool _showSelected;
    private bool _isFilterVisible = true;

    private readonly Platform _platform;

    /// <summary>Creates the initial state.</summary>
    internal Workspace(Platform platform)
    {
        _platform = platform;
        Reset();
    }

    /// <summary>
    /// Occurs when the page sends a message to its Apps, in the order of the changes. Handlers run under the lock of the state, so they
    /// must not block.
    /// </summary>
    internal event Action<JsonObject>? Changed;

    /// <summary>Occurs when the content of the page changes.</summary>
    internal event Action? PageChanged;

    /// <summary>Gets the v1 id of the signed-in person's organization.</summary>
    public string OrganizationId => Organization.Id;

    /// <summary>Gets the id of the database whose rows the page shows.</summary>
    public string DatabaseId { get; private set; } = "";

    /// <summary>Gets the v1 id of the signed-in person.</summary>
    public string UserId => Person.Id;

    /// <summary>Gets the v2 id of the signed-in person, as v2's plugins receive it.</summary>
    public string PersonId => V2Ids.Person(Person.Id);

    /// <summary>Gets the v2 id of the organization's workspace, as v2's plugins receive it.</summary>
    public string WorkspaceId => V2Ids.Workspace(OrganizationId);

    internal Person Person { get; private set; } = null!;

    internal Organization Organization { get; private set; } = null!;

    /// <summary>Gets a value indicating whether the filter is shown.</summary>
    public bool IsFilterVisible
    {
        get => _isFilterVisible;
        internal set
        {
            _isFilterVisible = value;
            ChangePage();
        }
    }

    /// <summary>Gets the ids of the selected rows.</summary>
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

    /// <summary>Gets the filter as JSON, or <see langword="null"/> if there is none.</summary>
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

    /// <summary>Gets a value indicating whether "Show Only Selected" is checked.</summary>
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
    /// <param name="rowIds">The ids of the rows. An empty list clears the selection.</param>
    public void Select(IEnumerable<string> rowIds) => Change(() => _selection = [.. rowIds], "selection");

    /// <summary>Sets or clears the filter.</summary>
    /// <param name="json">A JSON object, or <see langword="null"/> to clear the filter.</param>
    /// <exception cref="JsonException"><paramref name="json"/> is not a JSON object.</exception>
    public void SetFilter(string? json)
    {
        if (json is not null && JsonNode.Parse(json) is not JsonObject)
        {
            throw new JsonException("The filter must be a JSON object.");
        }

        Change(() => _filter = json, "filter");
    }

    /// <summary>Checks or unchecks "Show Only Selected".</summary>
    /// <param name="value"><see langword="true"/> to check it; otherwise, <see langword="false"/>.</param>
    public void SetShowSelected(bool value) => Change(() => _showSelected = value, "showSelected");

    /// <summary>Signs in another person of the same organization. If there is no other person, an unknown person is signed in.</summary>
    public void SwitchPerson()
    {
        var people = Organization.People;
        var at = people.ToList().IndexOf(Person);
        var other = people.Count > 1 ? people[(at + 1) % people.Count] : new Person(RandomId.Id(), "Someone Else", null, null);
        Change(() => Person = other, "person");
    }

    /// <summary>
    /// Signs in a person. If the person belongs to another organization, the page opens the first database of that organization.
    /// </summary>
    /// <param name="personId">The person's id, with or without the prefix of v2.</param>
    /// <exception cref="ArgumentException">The person does not exist.</exception>
    public void SignIn(string personId)
    {
        var person = _platform.Person(personId)
            ?? throw new ArgumentException($"There is no person '{personId}' on the platform.", nameof(personId));
        var organization = _platform.OrganizationOf(person);
        if (organization != Organization)
        {
            Change(() => (Person, Organization) = (person, organization), "person", "organization", "workspace");
            Show(organization.Databases[0].Id);
        }
        else if (person != Person)
        {
            Change(() => Person = person, "person");
        }
    }

    /// <summary>Opens another database of the organization in the page, without selected rows and without a filter.</summary>
    /// <param name="databaseId">The database's id.</param>
    /// <exception cref="ArgumentException">The organization has no such database.</exception>
    public void Open(string databaseId)
    {
        if (Organization.Databases.FirstOrDefault(database => V2Ids.Is("tbl", databaseId, database.Id)) is not { } found)
        {
            throw new ArgumentException($"The organization has no database '{databaseId}'.", nameof(databaseId));
        }

        Show(found.Id);
    }

    /// <summary>Clicks a cell.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="rowId">The row's id.</param>
    public void Activate(string fieldId, string rowId) =>
        Send("activeCell", new JsonObject { ["fieldId"] = V2Ids.Field(OrganizationId, fieldId), ["recordId"] = V2Ids.Record(rowId) });

    /// <summary>Sends any message to the Apps in the page.</summary>
    /// <param name="type">The event's name.</param>
    /// <param name="data">The event's payload.</param>
    public void Send(string type, JsonNode? data)
    {
        lock (_gate)
        {
            Changed?.Invoke(Message(type, data));
        }
    }

    /// <summary>Selects or deselects one row. The selection of the other rows does not change.</summary>
    /// <param name="rowId">The row's id.</param>
    /// <param name="isSelected">Whether the row is selected.</param>
    /// <param name="order">The ids of the page's rows. The selection is reported in their order.</param>
    internal void Tick(string rowId, bool isSelected, IReadOnlyList<string> order) => Change(
        () =>
        {
            var selection = _selection.ToHashSet(StringComparer.Ordinal);
            _ = isSelected ? selection.Add(rowId) : selection.Remove(rowId);
            var shown = order.Where(selection.Contains).ToList();
            _selection = [.. shown, .. selection.Except(shown)];
        },
        "selection");

    /// <summary>
    /// Runs an action that sends the state to an App, while the state can't change. An App therefore never receives an older value after a
    /// newer one.
    /// </summary>
    internal void InOrder(Action action)
    {
        lock (_gate)
        {
            action();
        }
    }

    /// <summary>Returns the current payload of an event. It is <see langword="null"/> if there is no filter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page has no such event.</exception>
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

    /// <summary>Restores the initial state.</summary>
    internal void Reset()
    {
        lock (_gate)
        {
            Organization = _platform.Organizations[0];
            Person = Organization.People[0];
            DatabaseId = Organization.Databases[0].Id;
            (_selection, _filter, _showSelected, _isFilterVisible) = ([], null, false, true);
        }

        ChangePage();
    }

    private void Show(string databaseId) => Change(
        () => (DatabaseId, _selection, _filter, _showSelected) = (
            databaseId, [], null, false), "database", "table", "selection", "filter", "showSelected");

    private void Change(Action change, params IEnumerable<string> types)
    {
        lock (_gate)
        {
            change();
            foreach (var type in types)
            {
                Send(type, Value(type));
            }
        }

        ChangePage();
    }
}
