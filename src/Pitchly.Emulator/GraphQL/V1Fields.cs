using System.Text.Json;
using GraphQL;
using GraphQL.Utilities;
using Pitchly.Emulator.Configuration;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>v1's API: organizations, databases, rows, cols. Ids have no prefix.</summary>
internal sealed class V1Fields(Storage storage, Callers callers)
{
    public void Bind(FieldResolvers fields, TypeSettings types)
    {
        var query = types.For("Query");
        fields.Root(query, "databases", AppAction.ReadData, Databases);
        fields.Root(query, "database", AppAction.ReadData, (caller, context) => Find(caller, Id(context, "id")));
        fields.Root(query, "data", AppAction.ReadData, (caller, context) => Rows(caller, context));
        fields.Root(query, "dataCount", AppAction.ReadData, (caller, context) => Rows(caller, context).Count);
        var mutation = types.For("Mutation");
        fields.Write(mutation, "insertRow", AppAction.InsertData, Insert);
        fields.Write(mutation, "updateRow", AppAction.UpdateData, Update);
        fields.Write(mutation, "upsertRow", AppAction.ReadData, Upsert);
        fields.Write(mutation, "deleteRow", AppAction.DeleteData, Delete);
        BindTypes(types);
    }

    /// <summary>Returns the database whose id is given in an argument.</summary>
    /// <exception cref="PitchlyFault">The database does not exist, or it belongs to another organization.</exception>
    public Database DatabaseOf(Caller caller, IResolveFieldContext context, string argument) =>
        Find(caller, Id(context, argument)) ?? throw PitchlyFault.NotFound($"database '{Id(context, argument)}'");

    private static void BindTypes(TypeSettings types)
    {
        var database = types.For("Database");
        FieldResolvers.Map<Database>(database, "_id", one => one.Id);
        FieldResolvers.Map<Database>(database, "name", one => one.Name);
        FieldResolvers.Map<Database>(database, "fields", one => one.Fields);
        FieldResolvers.Map<Database>(database, "filters", one => one.Filters);
        FieldResolvers.Map<Database>(database, "templates", one => one.Templates);
        var field = types.For("Field");
        FieldResolvers.Map<Field>(field, "_id", one => one.Id);
        FieldResolvers.Map<Field>(field, "name", one => one.Name);
        FieldResolvers.Map<Field>(field, "type", one => FieldValue.Name(one.Type));
        FieldResolvers.Map<Field>(field, "primary", one => TrueOrNull(one.IsPrimary));
        FieldResolvers.Map<Field>(field, "required", one => TrueOrNull(one.IsRequired));
        FieldResolvers.Map<Field>(field, "restrict", one => one.Restrict);
        FieldResolvers.Map<Field>(field, "database", one => one.DatabaseId);
        var filter = types.For("SavedFilter");
        FieldResolvers.Map<SavedFilter>(filter, "_id", one => one.Id);
        FieldResolvers.Map<SavedFilter>(filter, "name", one => one.Name);
        FieldResolvers.Map<SavedFilter>(filter, "filter", one => one.Filter);
        var template = types.For("Template");
        FieldResolvers.Map<string>(template, "path", path => path);
        FieldResolvers.Map<string>(template, "name", path => path.Split(" > ")[^1]);
        var row = types.For("DataRow");
        FieldResolvers.Map<Row>(row, "_id", one => one.Id);
        FieldResolvers.Map<Row>(row, "cols", one => one.Cols);
        var col = types.For("DataCol");
        FieldResolvers.Map<Col>(col, "fieldId", one => one.FieldId);
        FieldResolvers.Map<Col>(col, "value", one => one.Value);
    }

    /// <summary>Returns <see langword="true"/> or <see langword="null"/>. v1 never returns <see langword="false"/>.</summary>
    private static object? TrueOrNull(bool value) => value ? true : null;

    private List<Database> Databases(Caller caller, IResolveFieldContext context)
    {
        var withDocuments = context.GetArgument("docDbOnly", false);
        return storage.InitialPlatform.Organization(Id(context, "organizationId")) is { } organization
            && callers.CanAccess(caller, organization.Id)
            ? [.. storage.Databases(organization.Id).Where(database => database.HasDocuments || !withDocuments)]
            : throw PitchlyFault.NoPermission();
    }

    private Database? Find(Caller caller, string id) =>
        storage.Database(id) is not { } database ? null : callers.CanAccess(caller, database.OrganizationId) ? database
            : throw PitchlyFault.NoPermission();

    private IReadOnlyList<Row> Rows(Caller caller, IResolveFieldContext context) =>
        FilterEvaluator.Filter(WrittenCols.Json(context, "filter"), storage.Rows(DatabaseOf(caller, context, "databaseId").Id));

    private Row Insert(Caller caller, IResolveFieldContext context)
    {
        var database = DatabaseOf(caller, context, "databaseId");
        return Written(database, storage.Insert(database, Cols(context, database)));
    }

    private Row Update(Caller caller, IResolveFieldContext context)
    {
        var (database, rowId) = (DatabaseOf(caller, context, "databaseId"), Id(context, "rowId"));
        return storage.Update(database, rowId, Cols(context, database)) ? Written(database, rowId) : throw NoRow(rowId);
    }

    private Row Upsert(Caller caller, IResolveFieldContext context)
    {
        var database = DatabaseOf(caller, context, "databaseId");
        var cols = Cols(context, database);
        var wanted = context.GetArgument<List<string>>("matchFields")
            .Select(field => cols.FirstOrDefault(col => col.FieldId == field && !IsEmpty(col))
                ?? throw PitchlyFault.BadRequest($"The field '{field}' in matchFields must be in the cols and must not be empty."))
            .Select(col => (col.FieldId, TextOf(col)))
            .ToList();
        var matches = storage.Matching(database.Id, wanted);
        switch (matches)
        {
            case []:
                Require(caller, AppAction.InsertData);
                return Written(database, storage.Insert(database, cols));
            case [var one]:
                Require(caller, AppAction.UpdateData);
                storage.Update(database, one.Id, cols);
                return Written(database, one.Id);
            default:
                throw new PitchlyFault("multiple-matches", $"{matches.Count} rows match. Nothing was written.");
        }
    }

    private object Delete(Caller caller, IResolveFieldContext context)
    {
        var rowId = Id(context, "rowId");
        return storage.Delete(DatabaseOf(caller, context, "databaseId"), rowId) ? true : throw NoRow(rowId);
    }

    private static void Require(Caller caller, AppAction permission)
    {
        if (!caller.Permissions.Contains(permission))
        {
            throw PitchlyFault.NoPermission();
        }
    }

    private Row Written(Database database, string rowId) => storage.Row(database.Id, rowId) ?? new Row(rowId, []);

    private static List<Col> Cols(IResolveFieldContext context, Database database) =>
        WrittenCols.Read(context, context.GetArgument<Dictionary<string, object?>>("row")["cols"]!, database);

    private static string Id(IResolveFieldContext context, string name) => context.GetArgument<string>(name);

    private static bool IsEmpty(Col col) => TextOf(col).Length == 0;

    private static string TextOf(Col col) => RowIndex.TextOf(col.Value.GetProperty("val"));

    private static PitchlyFault NoRow(string rowId) => PitchlyFault.NotFound($"row '{rowId}' in the database");
}
