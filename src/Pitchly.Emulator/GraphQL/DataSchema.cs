using System.Text.Json;
using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using GraphQL.Utilities;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Answers the fields of schema.graphql from the stored rows.</summary>
internal sealed class DataSchema(AppRegistration app, TokenStore tokens, Storage storage)
{
    /// <summary>The guide's trouble "Access token is invalid or expired".</summary>
    private const string InvalidToken = "The access token is invalid or expired.";

    /// <summary>Answers hold values some levels down, and JSON readers take 64 levels in all.</summary>
    private const int MaximumLevels = 32;

    /// <summary>Pitchly's own words.</summary>
    private const string NoPermission = "This app does not have permission to perform this action.";

    private readonly Lock _writes = new();

    public ISchema Build()
    {
        using var stream = typeof(DataSchema).Assembly.GetManifestResourceStream("schema.graphql")!;
        using var reader = new StreamReader(stream);
        var schema = Schema.For(reader.ReadToEnd(), builder =>
        {
            var query = builder.Types.For("Query");
            Resolve(query, "databases", null, Databases);
            Resolve(query, "database", null, context => storage.Database(Id(context, "id")) is { } database ? ToGraphQL(database) : null);
            Resolve(query, "data", null, context => Rows(context).Select(ToGraphQL).ToList());
            Resolve(query, "dataCount", null, context => Rows(context).Count());
            var mutation = builder.Types.For("Mutation");
            Resolve(mutation, "insertRow", Permissions.Insert, context => Written(storage.Insert(DatabaseOf(context).Id, Cols(context))));
            Resolve(mutation, "updateRow", Permissions.Update, Update);
            Resolve(mutation, "upsertRow", Permissions.Update, Upsert);
            Resolve(mutation, "deleteRow", Permissions.Delete, context => storage.Delete(DatabaseOf(context).Id, Id(context, "rowId")) ? true : throw NoRow(Id(context, "rowId")));
        });
        schema.RegisterType(new JsonScalar());
        return schema;
    }

    private void Resolve(TypeConfig type, string field, string? permission, Func<IResolveFieldContext, object?> resolve) =>
        type.FieldFor(field).Resolver = new FuncFieldResolver<object>(context =>
        {
            Authorize(context, permission);
            if (permission is null)
            {
                return resolve(context);
            }

            // One write at a time: what an upsert has looked for must still be so when it writes.
            lock (_writes)
            {
                return resolve(context);
            }
        });

    private void Authorize(IResolveFieldContext context, string? permission)
    {
        if (app.IsSecret(context.GetArgument<string?>("secretKey")))
        {
            return;
        }

        var grant = tokens.Find(context.GetArgument<string?>("accessToken")) ?? throw new PitchlyFault("not-authorized", InvalidToken);
        if (!grant.Allows(permission))
        {
            throw new PitchlyFault("not-authorized", NoPermission);
        }
    }

    private object Databases(IResolveFieldContext context) => Id(context, "organizationId") == storage.OrganizationId
        ? storage.Databases().Where(_ => !context.GetArgument("docDbOnly", false)).Select(ToGraphQL).ToList()
        : throw new PitchlyFault("not-authorized", NoPermission);

    private IEnumerable<Row> Rows(IResolveFieldContext context)
    {
        var filter = context.GetArgument<object?>("filter") is { } given ? Json(context, given) : default;
        return storage.Rows(DatabaseOf(context).Id).Where(row => FilterEvaluator.Matches(filter, row));
    }

    private object Update(IResolveFieldContext context)
    {
        var rowId = Id(context, "rowId");
        return storage.Update(DatabaseOf(context).Id, rowId, Cols(context)) ? Written(rowId) : throw NoRow(rowId);
    }

    private object Upsert(IResolveFieldContext context)
    {
        var database = DatabaseOf(context);
        var cols = Cols(context);
        var wanted = context.GetArgument<List<string>>("matchFields")
            .Select(field => cols.FirstOrDefault(col => col.FieldId == field && !IsEmpty(col))
                ?? throw new PitchlyFault("bad-request", $"The field '{field}' of matchFields must be among the cols, and not empty."))
            .ToList();
        var matches = storage.Rows(database.Id).Where(row => wanted.All(col => Text(row.Val(col.FieldId)) == Text(col.Value.GetProperty("val")))).ToList();
        switch (matches.Count)
        {
            case 0:
                return Written(storage.Insert(database.Id, cols));
            case 1:
                storage.Update(database.Id, matches[0].Id, cols);
                return Written(matches[0].Id);
            default:
                throw new PitchlyFault("multiple-matches", $"{matches.Count} rows match; nothing was written.");
        }
    }

    private Database DatabaseOf(IResolveFieldContext context) =>
        storage.Database(Id(context, "databaseId")) ?? throw new PitchlyFault("not-found", $"There is no database '{Id(context, "databaseId")}'.");

    private List<Col> Cols(IResolveFieldContext context)
    {
        var fields = DatabaseOf(context).Fields;
        var row = context.GetArgument<Dictionary<string, object?>>("row");
        var cols = ((IEnumerable<object?>)row["cols"]!)
            .Cast<IDictionary<string, object?>>()
            .Select(col => new Col((string)col["fieldId"]!, Json(context, col["value"]!)))
            .ToList();
        foreach (var col in cols)
        {
            if (fields.All(field => field.Id != col.FieldId))
            {
                throw new PitchlyFault("bad-request", $"The database has no field '{col.FieldId}'.");
            }

            if (col.Value.ValueKind != JsonValueKind.Object || !col.Value.TryGetProperty("val", out _))
            {
                throw new PitchlyFault("bad-request", $"The value of the field '{col.FieldId}' must be an object with a 'val'.");
            }

            if (!IsAtMost(MaximumLevels, col.Value))
            {
                throw new PitchlyFault("bad-request", $"The value of the field '{col.FieldId}' is nested more than {MaximumLevels} levels deep.");
            }
        }

        return cols;
    }

    private static JsonElement Json(IResolveFieldContext context, object value) =>
        value is JsonTemplate template ? template.Fill(context.Variables) : (JsonElement)value;

    private static bool IsAtMost(int levels, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => levels > 0 && value.EnumerateObject().All(member => IsAtMost(levels - 1, member.Value)),
        JsonValueKind.Array => levels > 0 && value.EnumerateArray().All(item => IsAtMost(levels - 1, item)),
        _ => true,
    };

    private static string Id(IResolveFieldContext context, string name) => context.GetArgument<string>(name);

    private static bool IsEmpty(Col col) => Text(col.Value.GetProperty("val")).Length == 0;

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Undefined or JsonValueKind.Null => "",
        JsonValueKind.String => value.GetString()!,
        _ => value.GetRawText(),
    };

    private static PitchlyFault NoRow(string rowId) => new("not-found", $"There is no row '{rowId}' in the database.");

    private static object Written(string rowId) => new { _id = rowId, cols = Array.Empty<object>() };

    private static object ToGraphQL(Database database) => new
    {
        _id = database.Id,
        name = database.Name,
        fields = database.Fields.Select(ToGraphQL).ToList(),
        filters = Array.Empty<object>(),
        templates = Array.Empty<object>(),
    };

    /// <summary>v1 says true or null, never false.</summary>
    private static object ToGraphQL(Field field) => new
    {
        _id = field.Id,
        name = field.Name,
        type = field.Type,
        primary = field.IsPrimary ? true : (bool?)null,
        required = (bool?)null,
        restrict = (object?)null,
        database = (string?)null,
    };

    private static object ToGraphQL(Row row) => new
    {
        _id = row.Id,
        cols = row.Cols.Select(col => new { fieldId = col.FieldId, value = (object)col.Value }).ToList(),
    };
}
