using System.Text.Json.Nodes;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Configuration;

/// <summary>Builds the databases of one organization from their options.</summary>
/// <param name="problems">The list that problems are added to.</param>
/// <param name="makeId">Returns the given id, or a new one if it is <see langword="null"/>. The other arguments are the prefix in v2 and
/// the location.</param>
internal sealed class DatabaseBuilder(List<string> problems, Func<string?, string, string, string> makeId)
{
    public IReadOnlyList<Database> Build(string organizationId, IReadOnlyList<DatabaseOptions> databases, string pointer)
    {
        var named = databases
            .Select((one, index) => (Options: one, Id: makeId(one.Id, "tbl", $"{pointer}/{index}/id"), Place: $"{pointer}/{index}"))
            .ToList();
        var built = named.ConvertAll(one => Build(organizationId, one.Options, one.Id, one.Place));
        foreach (var (database, place) in built.Zip(named, (database, one) => (database, one.Place)))
        {
            foreach (var (field, index) in database.Fields.Select((field, index) => (field, index)))
            {
                if (field.DatabaseId is { } to && built.TrueForAll(other => other.Id != to))
                {
                    var known = string.Join(", ", built.Select(one => one.Name));
                    problems.Add($"{place}/fields/{index}/database: There is no database '{to}'. Use one of: {known}.");
                }
            }
        }

        return built;

        Database Build(string organization, DatabaseOptions options, string id, string place)
        {
            var fields = Fields(options, place, [.. named.Select(one => (one.Id, one.Options.Name))]);
            var rows = new RowReader(problems, organization, fields, makeId);
            return new Database(
                id,
                organization,
                options.Name,
                options.Documents,
                fields,
                rows.Read(options, place),
                [.. options.Filters.Select((filter, index) => new SavedFilter(
                    makeId(filter.Id, "", $"{place}/filters/{index}/id"), filter.Name, WithIds(filter.Filter, fields)))],
                options.Templates);
        }
    }

    private List<Field> Fields(DatabaseOptions options, string place, IReadOnlyList<(string Id, string Name)> databases)
    {
        if (options.Fields.Count == 0)
        {
            problems.Add($"{place}/fields: The list is empty. Add a field.");
        }

        foreach (var (field, index) in options.Fields.Select((field, index) => (field, index)))
        {
            if (options.Fields.Take(index).Any(before => before.Name == field.Name))
            {
                problems.Add($"{place}/fields/{index}/name: The field name '{field.Name}' is duplicated. Give each field a unique name.");
            }

            if (field.Primary && options.Fields.Take(index).Any(before => before.Primary))
            {
                problems.Add($"{place}/fields/{index}/primary: Another field is also primary. Mark only one field as primary.");
            }
        }

        var hasPrimary = options.Fields.Any(field => field.Primary);
        return [.. options.Fields.Select((field, index) => new Field(
            makeId(field.Id, "fld", $"{place}/fields/{index}/id"),
            field.Name,
            field.Type,
            hasPrimary ? field.Primary : index == 0,
            field.Required,
            field.Restrict,
            field.Database is { } to ? databases.FirstOrDefault(one => one.Name == to || V2Ids.Is("tbl", to, one.Id)).Id ?? to : null,
            field.Currency))];
    }

    /// <summary>Returns a copy of the filter in which field names are replaced by field ids.</summary>
    private static JsonObject WithIds(JsonObject filter, IReadOnlyList<Field> fields)
    {
        var copy = (JsonObject)filter.DeepClone();
        Replace(copy);
        return copy;

        void Replace(JsonNode? node)
        {
            switch (node)
            {
                case JsonArray list:
                    foreach (var item in list)
                    {
                        Replace(item);
                    }

                    break;
                case JsonObject one:
                    if (NameIn(one) is { } name && fields.FirstOrDefault(field => field.Name == name) is { } found)
                    {
                        one["left"]!["value"] = found.Id;
                    }

                    foreach (var (_, member) in one)
                    {
                        Replace(member);
                    }

                    break;
            }
        }

        static string? NameIn(JsonObject condition) =>
            condition["left"] is JsonObject left && left["value"] is JsonValue value && value.TryGetValue<string>(out var name)
                ? name
                : null;
    }
}
