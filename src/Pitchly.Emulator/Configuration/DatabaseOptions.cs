using System.Text.Json.Nodes;

namespace Pitchly.Emulator;

/// <summary>A database (v1), which is a table of the organization's workspace (v2).</summary>
public sealed class DatabaseOptions
{
    /// <summary>Gets or sets the database's id. If not set, a new one is created.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the database's name.</summary>
    public required string Name { get; set; }

    /// <summary>
    /// Gets or sets a value indicating whether the organization uses the Documents app with the database (v1's <c>docDbOnly</c>).
    /// </summary>
    public bool Documents { get; set; }

    /// <summary>Gets or sets the database's fields. At least one is required.</summary>
    public IReadOnlyList<FieldOptions> Fields { get; set; } = [];

    /// <summary>
    /// Gets or sets the database's rows. The members of an object are fields, by name or id; <c>_id</c> is the row's id. A value has the
    /// form of the API (<c>{"val": …}</c>) or is the <c>val</c> alone.
    /// </summary>
    public IReadOnlyList<JsonObject> Rows { get; set; } = [];

    /// <summary>Gets or sets the path of a CSV file with more rows (RFC 4180, UTF-8). Its first line contains the field names.</summary>
    public string? Csv { get; set; }

    /// <summary>Gets or sets the path of a JSON file with more rows: an array of objects as in <see cref="Rows"/>.</summary>
    public string? Json { get; set; }

    /// <summary>Gets or sets the organization's saved filters.</summary>
    public IReadOnlyList<SavedFilterOptions> Filters { get; set; } = [];

    /// <summary>Gets or sets the paths of the templates. A path consists of folders and a name, joined by <c> &gt; </c>.</summary>
    public IReadOnlyList<string> Templates { get; set; } = [];
}

/// <summary>A filter that an organization has saved.</summary>
public sealed class SavedFilterOptions
{
    /// <summary>Gets or sets the filter's id. If not set, a new one is created.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the filter's name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the filter. Fields are given by id or by name; names are replaced by ids.</summary>
    public required JsonObject Filter { get; set; }
}
