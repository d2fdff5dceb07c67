using GraphQL;
using GraphQL.Utilities;
using Pitchly.Emulator.Configuration;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>
/// v2's API: workspaces, tables, records, fields. Ids have prefixes, and the ids of tables and fields contain the workspace's id.
/// </summary>
internal sealed class V2Fields(Storage storage, Callers callers)
{
    private const string Tier = "emulator";

    public void Bind(FieldResolvers fields, TypeSettings types)
    {
        var query = types.For("Query");
        fields.Root(query, "viewer", AppAction.ReadData, (caller, _) => caller);
        fields.Root(query, "organization", AppAction.ReadData, (caller, _) => OrganizationOf(caller));
        fields.Root(query, "workspace", AppAction.ReadData, (caller, context) => Workspace(caller, context.GetArgument<string>("id")));
        fields.Root(query, "table", AppAction.ReadData, (caller, context) => Find(caller, context.GetArgument<string>("id")));
        fields.Root(query, "recordsConnection", AppAction.ReadData, Records);
        fields.Write(types.For("Mutation"), "updateRecords", AppAction.UpdateData, Update);
        BindTypes(types);
    }

    private void BindTypes(TypeSettings types)
    {
        var viewer = types.For("Viewer");
        FieldResolvers.Map<Caller>(viewer, "person", caller => caller.Person);
        FieldResolvers.Map<Caller>(viewer, "tier", _ => Tier);
        FieldResolvers.Map<Caller>(viewer, "tierSettings", _ => null);
        var person = types.For("Person");
        FieldResolvers.Map<Person>(person, "id", one => V2Ids.Person(one.Id));
        FieldResolvers.Map<Person>(person, "name", one => one.Name);
        FieldResolvers.Map<Person>(person, "email", one => one.Email);
        FieldResolvers.Map<Person>(person, "image", one => one.Image);
        FieldResolvers.Map<Organization>(types.For("Organization"), "id", one => V2Ids.Organization(one.Id));
        var workspace = types.For("Workspace");
        FieldResolvers.Map<Organization>(workspace, "id", one => V2Ids.Workspace(one.Id));
        FieldResolvers.Map<Organization>(workspace, "tables", one => storage.Databases(one.Id));
        var table = types.For("Table");
        FieldResolvers.Map<Database>(table, "id", V2Ids.Table);
        FieldResolvers.Map<Database>(table, "fields", one => one.Fields.Select(field => new TableField(one, field)));
        var column = types.For("TableField");
        FieldResolvers.Map<TableField>(column, "id", one => V2Ids.Field(one.Database.OrganizationId, one.Field.Id));
        FieldResolvers.Map<TableField>(column, "type", one => FieldValue.Name(one.Field.Type));
        FieldResolvers.Map<IEnumerable<Record>>(types.For("RecordsConnection"), "edges", records => records);
        FieldResolvers.Map<Record>(types.For("RecordEdge"), "node", record => record);
        var node = types.For("Record");
        FieldResolvers.Map<Record>(node, "id", record => V2Ids.Record(record.Row.Id));
        FieldResolvers.Map<Record>(node, "fields", record => record.Row.Cols.Select(col => new RecordField(record.Database, col)));
        var cell = types.For("RecordField");
        FieldResolvers.Map<RecordField>(cell, "fieldId", one => V2Ids.Field(one.Database.OrganizationId, one.Col.FieldId));
        FieldResolvers.Map<RecordField>(cell, "value", one => one.Col.Value);
        FieldResolvers.Map<RecordField>(cell, "stringValue", one => StringValue.Of(one.Col.Value, storage));
    }

    private Organization OrganizationOf(Caller caller) =>
        storage.InitialPlatform.Organization(caller.OrganizationId) ?? throw PitchlyFault.InvalidToken();

    private Organization? Workspace(Caller caller, string id) => OrganizationOf(caller) is { } own && V2Ids.Is("wks", id, own.Id) ? own
        : storage.InitialPlatform.Organizations.Any(other => V2Ids.Is("wks", id, other.Id)) ? throw PitchlyFault.NoPermission()
        : null;

    private Database? Find(Caller caller, string id) =>
        storage.Database(id) is not { } database ? null : callers.CanAccess(caller, database.OrganizationId) ? database
            : throw PitchlyFault.NoPermission();

    private Database TableOf(Caller caller, IResolveFieldContext context) =>
        Find(caller, context.GetArgument<string>("tableId"))
            ?? throw PitchlyFault.NotFound($"table '{context.GetArgument<string>("tableId")}'");

    private List<Record> Records(Caller caller, IResolveFieldContext context)
    {
        var table = TableOf(caller, context);
        return [.. FilterEvaluator.Filter(WrittenCols.Json(context, "filter"), storage.Rows(table.Id))
            .Select(row => new Record(table, row))];
    }

    /// <summary>Updates all records or none: every record is validated before the first one is written.</summary>
    private List<Record> Update(Caller caller, IResolveFieldContext context)
    {
        var table = TableOf(caller, context);
        var writes = context.GetArgument<List<Dictionary<string, object?>>>("records")
            .ConvertAll(record => (RowOf(table, (string)record["id"]!).Id, Cols: WrittenCols.Read(context, record["fields"]!, table)));

        foreach (var (id, cols) in writes)
        {
            storage.Update(table, id, cols);
        }

        return writes.ConvertAll(write => new Record(table, storage.Row(table.Id, write.Id)!));
    }

    private Row RowOf(Database table, string id) => storage.Row(table.Id, id) ?? throw PitchlyFault.NotFound($"record '{id}' in the table");

    private sealed record TableField(Database Database, Field Field);

    private sealed record Record(Database Database, Row Row);

    private sealed record RecordField(Database Database, Col Col);
}
