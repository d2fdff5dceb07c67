using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsvHelper;
using CsvHelper.Configuration;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Configuration;

/// <summary>Reads the initial rows of a database from the configuration, a CSV file and a JSON file.</summary>
internal sealed class RowReader(
    List<string> problems, string organizationId, IReadOnlyList<Field> fields, Func<string?, string, string, string> makeId)
{
    private const string IdName = "_id";

    public IReadOnlyList<Row> Read(DatabaseOptions options, string place) =>
    [
        .. options.Rows.Select((row, index) => Row(row, $"{place}/rows/{index}")),
        .. options.Csv is { } csv ? Csv(csv, place + "/csv") : [],
        .. options.Json is { } json ? Json(json, place + "/json") : [],
    ];

    private Row Row(JsonObject row, string place)
    {
        var cols = new List<Col>();
        foreach (var (name, value) in row.Where(member => member.Key != IdName))
        {
            if (Field(name) is not { } field)
            {
                problems.Add($"{ShapeCheck.Member(place, name)}: {NoField(name)}");
            }
            else if (FieldValue.Of(organizationId, field, value, out var problem) is { } read)
            {
                cols.Add(new Col(field.Id, read));
            }
            else if (problem is not null)
            {
                problems.Add($"{ShapeCheck.Member(place, name)}: {problem}");
            }
        }

        return new Row(Id(row[IdName], place), Ordered(cols));
    }

    private string Id(JsonNode? given, string place)
    {
        if (given is null || given.GetValueKind() == JsonValueKind.String)
        {
            return makeId(given?.GetValue<string>(), "rec", $"{place}/{IdName}");
        }

        problems.Add($"{place}/{IdName}: The id is not a string. Write it as a string, or omit it.");
        return "";
    }

    private List<Row> Json(string path, string place)
    {
        JsonElement json;
        try
        {
            json = ConfigurationFile.Read(path);
        }
        catch (EmulatorException error)
        {
            problems.Add($"{place}: {error.Message}");
            return [];
        }

        var wrong = ShapeCheck.Problems(json, typeof(IReadOnlyList<JsonObject>), "").ToList();
        problems.AddRange(wrong.Select(problem => $"{path}: {problem}"));
        return wrong.Count > 0 ? [] : [.. json.EnumerateArray().Select((row, index) => Row(JsonObject.Create(row)!, $"{path}: /{index}"))];
    }

    private List<Row> Csv(string path, string place)
    {
        try
        {
            using var reader = new StreamReader(path);
            using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { DetectColumnCountChanges = true });
            return Csv(csv, path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problems.Add($"{place}: The file can't be read: {error.Message} Specify the path of a readable file.");
        }
        catch (CsvHelperException error)
        {
            problems.Add(
                $"{path}({error.Context?.Parser?.RawRow}): The line is not valid CSV (RFC 4180). "
                    + "Quote values that contain commas, quotes or line breaks.");
        }

        return [];
    }

    private List<Row> Csv(CsvReader csv, string path)
    {
        var rows = new List<Row>();
        if (!csv.Read() || !csv.ReadHeader())
        {
            problems.Add($"{path}: The file is empty. Its first line must contain the field names.");
            return rows;
        }

        var header = csv.HeaderRecord!;
        foreach (var name in header.Where(name => name != IdName && Field(name) is null))
        {
            problems.Add($"{path}(1): {NoField(name)}");
        }

        while (csv.Read())
        {
            var place = $"{path}({csv.Parser.RawRow})";
            var cols = new List<Col>();
            foreach (var (name, field) in header.Select(name => (name, Field(name))).Where(one => one.Item2 is not null))
            {
                if (FieldValue.OfText(organizationId, field!, csv.GetField(name)!, out var problem) is { } value)
                {
                    cols.Add(new Col(field!.Id, value));
                }
                else if (problem is not null)
                {
                    problems.Add($"{place}, {name}: {problem}");
                }
            }

            var id = header.Contains(IdName) ? csv.GetField(IdName) : null;
            rows.Add(new Row(makeId(string.IsNullOrEmpty(id) ? null : id, "rec", place), Ordered(cols)));
        }

        return rows;
    }

    private Field? Field(string name) =>
        fields.FirstOrDefault(field => field.Name == name) ?? fields.FirstOrDefault(field => V2Ids.Is("fld", name, field.Id));

    private string NoField(string name) =>
        $"The database has no field '{name}'. Use one of: {string.Join(", ", fields.Select(field => field.Name))}.";

    /// <summary>Returns the values in the order of the fields, as the API does.</summary>
    private List<Col> Ordered(List<Col> cols) => [.. cols.OrderBy(col => fields.Select(field => field.Id).ToList().IndexOf(col.FieldId))];
}
