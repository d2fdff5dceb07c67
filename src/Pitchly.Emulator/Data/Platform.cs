using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Emulator.Data;

/// <summary>The initial content of the platform, with all ids.</summary>
internal sealed record Platform(IReadOnlyList<Organization> Organizations, IReadOnlyList<AppRegistration> Apps)
{
    public AppRegistration? App(string? id) => Apps.FirstOrDefault(app => app.AppId == id);

    /// <param name="id">The id, with or without the prefix of v2.</param>
    public Organization? Organization(string? id) => Organizations.FirstOrDefault(one => V2Ids.Is("org", id, one.Id));

    /// <summary>Returns the organization that a person belongs to.</summary>
    public Organization OrganizationOf(Person person) => Organizations.First(one => one.People.Contains(person));

    public Person? Person(string? id) =>
        Organizations.SelectMany(one => one.People).FirstOrDefault(person => V2Ids.Is("psn", id, person.Id));
}

internal sealed record Organization(string Id, string Name, IReadOnlyList<Person> People, IReadOnlyList<Database> Databases);

internal sealed record Person(string Id, string Name, string? Email, string? Image);

/// <summary>A database with its initial rows.</summary>
internal sealed record Database(
    string Id,
    string OrganizationId,
    string Name,
    bool HasDocuments,
    IReadOnlyList<Field> Fields,
    IReadOnlyList<Row> Rows,
    IReadOnlyList<SavedFilter> Filters,
    IReadOnlyList<string> Templates);

internal sealed record Field(
    string Id,
    string Name,
    FieldKind Type,
    bool IsPrimary,
    bool IsRequired,
    IReadOnlyList<string>? Restrict,
    string? DatabaseId,
    string? Currency)
{
    /// <summary>Gets a value indicating whether the platform sets the field's values, so that Apps can't write them.</summary>
    public bool IsReadOnly =>
        Type is FieldKind.Lookup or FieldKind.Rollup or FieldKind.Formula or FieldKind.CreatedAt or FieldKind.UpdatedAt;
}

internal sealed record SavedFilter(string Id, string Name, JsonObject Filter);

internal sealed record Col(string FieldId, JsonElement Value);

internal sealed record Row(string Id, IReadOnlyList<Col> Cols)
{
    /// <summary>Returns the "val" of a field's value, or an undefined element if the row has none.</summary>
    public JsonElement Val(string fieldId) =>
        Value(fieldId) is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("val", out var val) ? val : default;

    /// <summary>Returns a field's value, or an undefined element if the row has none.</summary>
    public JsonElement Value(string fieldId)
    {
        foreach (var col in Cols)
        {
            if (col.FieldId == fieldId)
            {
                return col.Value;
            }
        }

        return default;
    }
}
