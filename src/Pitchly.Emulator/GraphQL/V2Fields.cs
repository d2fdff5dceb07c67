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

    public void Bind(PlatformSchema schema, TypeSettings types)
    {
        var query = types.For("Query");
        schema.Root(query, "viewer", AppAction.ReadData, (caller, _) => caller);
        schema.Root(query, "organization", AppAction.ReadData, (caller, _) => OrganizationOf(caller));
        schema.Root(query, "workspace", AppAction.ReadData, (caller, context) => Workspace(caller, context.GetArgument<string>("id")));
        schema.Root(query, "table", AppAction.ReadData, (caller, context) => Find(caller, context.GetArgument<string>("id")));
        schema.Root(query, "recordsConnection", AppAction.ReadData, Records);
        schema.Write(types.For("Mutation"), "updateRecords", AppAction.UpdateData, Update);
        BindTypes(types);
    }

    private void BindTypes(TypeSettings types)
    {
        var viewer = types.For("Viewer");
        PlatformSchema.Map<Caller>(viewer, "person", caller => caller.Person);
        PlatformSchema.Map<Caller>(viewer, "tier", _ => Tier);
        PlatformSchema.Map<Caller>(viewer, "tierSettings", _ => null);
        var person = types.For("Person");
        PlatformSchema.Map<Person>(person, "id", one => V2Ids.Person(one.Id));
        PlatformSchema.Map<Person>(person, "name", one => one.Name);
        PlatformSchema.Map<Person>(person, "email", one => one.Email);
        PlatformSchema.Map<Person>(person, "image", one => one.Image);
        PlatformSchema.Map<Organization>(types.For("Organization"), "id", one => V2Ids.Organization(one.Id));
        var workspace = types.For("Workspace");
        PlatformSchema.Map<Organization>(workspace, "id", one => V2Ids.Workspace(one.Id));
        PlatformSchema.Map<Organization>(workspace, "tables", one => storage.Databases(one.Id));
        var table = types.For("Table");
        PlatformSchema.Map<Database>(table, "id", V2Ids.Table);
        PlatformSchema.Map<Database>(table, "fields", one => one.Fields.Select(field => new TableField(one, field)));
        var column = types.For("TableField");
        PlatformSchema.Map<TableField>(column, "id", one => V2Ids.Field(one.Database.OrganizationId, one.Field.Id));
        PlatformSchema.Map<TableField>(column, "type", one => FieldValue.Name(one.Field.Type));
        PlatformSchema.Map<IEnumerable<Record>>(types.For("RecordsConnection"), "edges", records => records);
        PlatformSchema.Map<Record>(types.For("RecordEdge"), "node", record => record);
        var node = types.For("Record");
        PlatformSchema.Map<Record>(node, "id", record => V2Ids.Record(record.Row.Id));
        PlatformSchema.Map<Record>(node, "fields", record => record.Row.Cols.Select(col => new RecordField(record.Database, col)));
        var cell = types.For("RecordField");
        PlatformSchema.Map<RecordField>(cell, "fieldId", one => V2Ids.Field(one.Database.OrganizationId, one.Col.FieldId));
        PlatformSchema.Map<RecordField>(cell, "value", one => one.Col.Value);
        PlatformSchema.Map<RecordField>(cell, "stringValue", one => StringValue.Of(one.Col.Value, storage));
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
