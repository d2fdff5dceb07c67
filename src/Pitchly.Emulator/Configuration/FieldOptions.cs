using System.Text.Json.Serialization;

namespace Pitchly.Emulator;

/// <summary>A field of a database.</summary>
public sealed class FieldOptions
{
    /// <summary>Gets or sets the field's id. If not set, a new one is created.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets the field's name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the field's type. The default is <see cref="FieldKind.SingleLine"/>.</summary>
    public FieldKind Type { get; set; } = FieldKind.SingleLine;

    /// <summary>Gets or sets a value indicating whether the field names the rows. If no field is primary, the first field is.</summary>
    public bool Primary { get; set; }

    /// <summary>Gets or sets a value indicating whether each row must have a value.</summary>
    public bool Required { get; set; }

    /// <summary>Gets or sets the allowed values. If not set, all values are allowed.</summary>
    public IReadOnlyList<string>? Restrict { get; set; }

    /// <summary>Gets or sets the referenced database, by id or name.</summary>
    public string? Database { get; set; }

    /// <summary>Gets or sets the currency (ISO 4217) of values without one, such as those of a CSV file. The default is USD.</summary>
    public string? Currency { get; set; }
}

/// <summary>
/// The types of fields. Pitchly's name for single-line text is "string", and for attachments "attachment". Its other names are not public,
/// so the other names here are specific to the emulator.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind
{
    /// <summary>A single line of text.</summary>
    [JsonStringEnumMemberName("string")]
    SingleLine,

    /// <summary>Multiple lines of text.</summary>
    [JsonStringEnumMemberName("text")]
    MultiLine,

    /// <summary>A number.</summary>
    [JsonStringEnumMemberName("number")]
    Number,

    /// <summary>A number with its currency.</summary>
    [JsonStringEnumMemberName("currency")]
    Currency,

    /// <summary>Yes or no.</summary>
    [JsonStringEnumMemberName("yes-no")]
    YesNo,

    /// <summary>One choice.</summary>
    [JsonStringEnumMemberName("dropdown")]
    Dropdown,

    /// <summary>Several choices.</summary>
    [JsonStringEnumMemberName("dropdown-multiple")]
    DropdownMultiple,

    /// <summary>A date in the form MM/DD/YYYY.</summary>
    [JsonStringEnumMemberName("date")]
    Date,

    /// <summary>A file.</summary>
    [JsonStringEnumMemberName("attachment")]
    Attachment,

    /// <summary>A row of another database.</summary>
    [JsonStringEnumMemberName("reference")]
    Reference,

    /// <summary>Several rows of another database.</summary>
    [JsonStringEnumMemberName("reference-multiple")]
    ReferenceMultiple,

    /// <summary>A value of a referenced row. It can't be written through the API.</summary>
    [JsonStringEnumMemberName("lookup")]
    Lookup,

    /// <summary>A value computed from referenced rows. It can't be written through the API.</summary>
    [JsonStringEnumMemberName("rollup")]
    Rollup,

    /// <summary>A value computed from the row. It can't be written through the API.</summary>
    [JsonStringEnumMemberName("formula")]
    Formula,

    /// <summary>The time when the row was inserted. It can't be written through the API.</summary>
    [JsonStringEnumMemberName("created-at")]
    CreatedAt,

    /// <summary>The time when the row was last changed. It can't be written through the API.</summary>
    [JsonStringEnumMemberName("updated-at")]
    UpdatedAt,
}
