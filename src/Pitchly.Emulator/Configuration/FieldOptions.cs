using System.Text.Json.Serialization;

namespace Pitchly.Emulator;

/// <summary>A field of a database.</summary>
public sealed class FieldOptions
{
    /// <summary>Gets or sets its id; a new one if not set.</summary>
    public string? Id { get; set; }

    /// <summary>Gets or sets its name.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets its type.</summary>
    public FieldKind Type { get; set; } = FieldKind.SingleLine;

    /// <summary>Gets or sets whether it names its rows; the first field does if none says so.</summary>
    public bool Primary { get; set; }

    /// <summary>Gets or sets whether each row must have a value.</summary>
    public bool Required { get; set; }

    /// <summary>Gets or sets the values that are allowed; all if not set.</summary>
    public IReadOnlyList<string>? Restrict { get; set; }

    /// <summary>Gets or sets the database whose rows it refers to, by id or name.</summary>
    public string? Database { get; set; }

    /// <summary>Gets or sets the currency of values that name none, such as those of a CSV file (ISO 4217).</summary>
    public string? Currency { get; set; }
}

/// <summary>
/// The types of fields. Pitchly's word for single-line text is "string", and for attachments "attachment"; its other words are not public,
/// so those here are the emulator's own.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<FieldKind>))]
public enum FieldKind
{
    /// <summary>Text of one line.</summary>
    [JsonStringEnumMemberName("string")]
    SingleLine,

    /// <summary>Text of several lines.</summary>
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

    /// <summary>A date as MM/DD/YYYY.</summary>
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

    /// <summary>A value of a row that is referred to. It can't be written by the API.</summary>
    [JsonStringEnumMemberName("lookup")]
    Lookup,

    /// <summary>What is computed of rows that are referred to. It can't be written by the API.</summary>
    [JsonStringEnumMemberName("rollup")]
    Rollup,

    /// <summary>What is computed of the row. It can't be written by the API.</summary>
    [JsonStringEnumMemberName("formula")]
    Formula,

    /// <summary>When the row was inserted. It can't be written by the API.</summary>
    [JsonStringEnumMemberName("created-at")]
    CreatedAt,

    /// <summary>When the row was changed last. It can't be written by the API.</summary>
    [JsonStringEnumMemberName("updated-at")]
    UpdatedAt,
}
