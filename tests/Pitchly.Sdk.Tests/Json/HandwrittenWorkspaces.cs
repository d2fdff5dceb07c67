using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;

namespace Pitchly.Sdk.Tests.Json;

internal sealed record HandId(string Id);

internal sealed record HandViewer(HandMember? Person, string? Tier, JsonElement? TierSettings);

internal sealed record HandMember(string Id, string? Name, string? Email, string? Image);

internal sealed record HandWorkspace(string Id, HandTable[] Tables);

internal sealed record HandTable(string Id, HandTableField[] Fields);

internal sealed record HandTableFields(HandTableField[] Fields);

internal sealed record HandTableField(string Id, string Type);

internal sealed record HandConnection(HandEdge[] Edges);

internal sealed record HandEdge(HandRecord Node);

internal sealed record HandRecord(string Id, HandRecordField[] Fields);

internal sealed record HandRecordField(string FieldId, HandRecordValue? Value, JsonElement? StringValue);

internal sealed record HandRecordValue(JsonElement? Val, string? Currency, string? Type, long? Size)
{
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Rest { get; init; }
}

internal sealed record HandFilter(HandCondition[] Conditions);

internal sealed record HandGroup(HandCondition[] ConditionGroup);

internal sealed record HandCondition(HandFilterField Left, HandComparison Comparison, HandInput? Right);

internal sealed record HandFilterField(string Type, string Value);

internal sealed record HandComparison(string Operator);

internal sealed record HandInput(string Type, JsonElement Value, string? Currency);

internal sealed record HandUpdate(string Id, HandFieldInput[] Fields);

internal sealed record HandFieldInput(string FieldId, HandRecordValue Value);

internal sealed record HandUpdatedDatabase([property: JsonPropertyName("_id")] string Id, string Name, HandField[] Fields);

/// <summary>Random values of the handwritten contracts of v2.</summary>
internal static class HandwrittenWorkspaces
{
    private static readonly Gen<JsonElement> Value = HandwrittenValues.Json.Where(json => json.ValueKind != JsonValueKind.Null);

    public static readonly Gen<HandId> WithId = HandwrittenValues.Id.Select(id => new HandId(id));

    public static readonly Gen<HandMember> Member =
        Gen.Select(HandwrittenValues.Id, Optional, Optional, Optional, (id, name, email, image) => new HandMember(id, name, email, image));

    public static readonly Gen<HandViewer> Viewer = Gen.Select(Member, Gen.Bool, Optional, Gen.Nullable(
        Value), (person, isThere, tier, settings) =>
        new HandViewer(isThere ? person : null, tier, settings));

    public static readonly Gen<HandTableField> TableField =
        Gen.Select(HandwrittenValues.Id, HandwrittenValues.Text, (id, type) => new HandTableField(id, type));

    public static readonly Gen<HandTableFields> TableFields = TableField.Array[0, 3].Select(fields => new HandTableFields(fields));

    public static readonly Gen<HandTable> Table =
        Gen.Select(HandwrittenValues.Id, TableField.Array[0, 3], (id, fields) => new HandTable(id, fields));

    public static readonly Gen<HandWorkspace> Workspace =
        Gen.Select(HandwrittenValues.Id, Table.Array[0, 2], (id, tables) => new HandWorkspace(id, tables));

    public static readonly Gen<HandRecordValue> RecordValue = Gen.Select(Gen.Nullable(Value), Optional, Optional, Gen.Nullable(
        Gen.Long), Gen.Bool, (val, currency, type, size, isMore) =>
        new HandRecordValue(val, currency, type, size) { Rest = isMore ? new() { ["more"] = JsonElement.Parse("[1]") } : null });

    public static readonly Gen<JsonElement> StringValue = Gen.OneOf(
        HandwrittenValues.Text.Select(text => JsonSerializer.SerializeToElement(text)),
        HandwrittenValues.Text.Array[0, 3].Select(texts => JsonSerializer.SerializeToElement(texts)));

    public static readonly Gen<HandRecordField> RecordField = Gen.Select(HandwrittenValues.Id, RecordValue, Gen.Bool, Gen.Nullable(
        StringValue), (id, value, isThere, text) =>
        new HandRecordField(id, isThere ? value : null, text));

    public static readonly Gen<HandRecord> Record =
        Gen.Select(HandwrittenValues.Id, RecordField.Array[0, 3], (id, fields) => new HandRecord(id, fields));

    public static readonly Gen<HandEdge> Edge = Record.Select(record => new HandEdge(record));

    public static readonly Gen<HandConnection> Connection = Edge.Array[0, 2].Select(edges => new HandConnection(edges));

    public static readonly Gen<HandFilterField> FilterField = HandwrittenValues.Id.Select(id => new HandFilterField("field", id));

    public static readonly Gen<HandComparison> Comparison = HandwrittenValues.Text.Select(word => new HandComparison(word));

    public static readonly Gen<HandInput> Input =
        Gen.Select(HandwrittenValues.Json, Optional, (value, currency) => new HandInput("input", value, currency));

    public static readonly Gen<HandCondition> Condition = Gen.Select(
        FilterField, Comparison, Input, Gen.Bool,
        (left, comparison, right, isThere) => new HandCondition(left, comparison, isThere ? right : null));

    public static readonly Gen<HandGroup> Group = Condition.Array[0, 3].Select(conditions => new HandGroup(conditions));

    public static readonly Gen<HandFilter> Filter = Condition.Array[0, 3].Select(conditions => new HandFilter(conditions));

    public static readonly Gen<HandFieldInput> FieldInput =
        Gen.Select(HandwrittenValues.Id, RecordValue, (id, value) => new HandFieldInput(id, value));

    public static readonly Gen<HandUpdate> Update =
        Gen.Select(HandwrittenValues.Id, FieldInput.Array[0, 3], (id, fields) => new HandUpdate(id, fields));

    public static readonly Gen<HandUpdatedDatabase> UpdatedDatabase = Gen.Select(
        HandwrittenValues.Id, HandwrittenValues.Text, HandwrittenValues.Field.Array[0, 3],
        (id, name, fields) => new HandUpdatedDatabase(id, name, fields));

    private static Gen<string?> Optional => Gen.Select(HandwrittenValues.Text, Gen.Bool, (text, isThere) => isThere ? text : null);
}
