using System.Text.Json.Nodes;

namespace Pitchly.Emulator;

/// <summary>A database (v1), which is a table of the organization's workspace (v2).</summary>
public sealed class DatabaseOptions
{
    /// <summary>Gets or sets its id; a new one if not set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets whether the organization uses the Documents app with it (v1's <c>docDbOnly</c>).</summary>
    public bool Documents { get; set; }

    /// <summary>Gets or sets its fields, at least one.</summary>
    public IReadOnlyList<FieldOptions> Fields { get; set; } = [];

    /// <summary>Gets or sets its rows: the members of an object are fields, by name or id, and <c>_id</c> is the row's id. A value is that
    /// of the API (<c>{"val": …}</c>), or its <c>val</c> alone.</summary>
    public IReadOnlyList<JsonObject> Rows { get; set; } = [];

    /// <summary>Gets or sets a CSV file with more rows (RFC 4180, UTF-8); its first line names the fields.</summary>
    public string? Csv { get; set; }

    /// <summary>Gets or sets a JSON file with more rows: an array of such objects as <see cref="Rows"/> has.</summary>
    public string? Json { get; set; }

    /// <summary>Gets or sets the organization's saved filters.</summary>
    public IReadOnlyList<SavedFilterOptions> Filters { get; set; } = [];

    /// <summary>Gets or sets the templates, each by its path: folders and a name, joined by <c> &gt; </c>.</summary>
    public IReadOnlyList<string> Templates { get; set; } = [];
}

/// <summary>A filter that an organization has saved.</summary>
public sealed class SavedFilterOptions
{
    /// <summary>Gets or sets its id; a new one if not set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the filter. Fields are named by id or by name; a name is replaced by the id.</summary>
    public required JsonObject Filter { get; set; }
}
