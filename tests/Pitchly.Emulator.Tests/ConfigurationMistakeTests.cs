using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Pitchly.Emulator.Configuration;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests that each configuration mistake is reported with its file, its position, the problem, and the fix.</summary>
public sealed class ConfigurationMistakeTests
{
    private const string Database = """
        { "name": "D", "fields": [{ "name": "N" }, { "name": "S", "type": "number" }, { "name": "L", "restrict": ["a"] }] 
        """;

    [Theory]
    [InlineData(
        """{ "organisations": [] }""", "/organisations: The property is unknown. Use one of: $schema, organizations, apps; or remove it.")]
    [InlineData(
        """{ "organizations": {} }""", "/organizations: Expected an array, but found an object. Write an array, or omit the value.")]
    [InlineData("[]", "/: Expected an object, but found an array.")]
    [InlineData("{}", "/organizations: The list is empty.")]
    [InlineData("""{ "organizations": [{ "name": "O" }] }""", "/organizations/0/databases: The list is empty.")]
    [InlineData("""{ "organizations": [{ "databases": [] }] }""", "/organizations/0: The property \"name\" is missing. Add it.")]
    [InlineData("""{ "organizations": [{ "name": 5 }] }""", "/organizations/0/name: Expected a string, but found 5.")]
    [InlineData("""
        { "apps": [{ "name": "A", "permissions": ["readDatta"] }] }
        """, "/apps/0/permissions/0: 'readDatta' is not a valid value. Use one of: readData, insertData,")]
    [InlineData("""{ "apps": [{ "name": "A", "redirectUris": ["/cb"] }] }""", "/apps/0/redirectUris/0: '/cb' is not an absolute URL.")]
    [InlineData("""{ "apps": [{ "name": "A", "secret": "" }] }""", "/apps/0/secret: The string is empty.")]
    public void Structural_mistake_is_reported(string json, string says) => Assert.Contains(says, Message(json), StringComparison.Ordinal);

    [Theory]
    [InlineData(""" "rows": [{ "X": 1 }] """, "/organizations/0/databases/0/rows/0/X: The database has no field 'X'. Use one of: N, S, L.")]
    [InlineData(""" "rows": [{ "a/b": 1 }] """, "/organizations/0/databases/0/rows/0/a~1b: ")]
    [InlineData(
        """ "rows": [{ "S": "x" }] """,
        "/organizations/0/databases/0/rows/0/S: \"x\" is not a valid value for a field of type 'number'. Write a number.")]
    [InlineData(""" "rows": [{ "L": "b" }] """, "rows/0/L: The field does not allow the value 'b'. Use one of: a.")]
    [InlineData(""" "rows": [{ "S": {} }] """, "rows/0/S: The value is an object without \"val\".")]
    [InlineData(""" "rows": [{ "_id": 5 }] """, "rows/0/_id: The id is not a string.")]
    [InlineData(
        """ "rows": [{ "_id": "r" }, { "_id": "r" }] """,
        "rows/1/_id: The id 'r' is already used at /organizations/0/databases/0/rows/0/_id.")]
    [InlineData(""" "id": "a b" """, "/organizations/0/databases/0/id: 'a b' is not a valid id.")]
    [InlineData(""" "csv": "none.csv" """, "/organizations/0/databases/0/csv: The file can't be read:")]
    [InlineData(""" "csv": "wrong.csv" """, "wrong.csv(3), S: \"x\" is not a valid value for a field of type 'number'.")]
    [InlineData(""" "csv": "wrong.csv" """, "wrong.csv(1): The database has no field 'X'.")]
    [InlineData(""" "csv": "empty.csv" """, "empty.csv: The file is empty.")]
    [InlineData(""" "csv": "short.csv" """, "short.csv(3): The line is not valid CSV")]
    [InlineData(""" "json": "wrong.json" """, "wrong.json: /0: Expected an object, but found 5.")]
    [InlineData(""" "json": "broken.json" """, "broken.json(1,5): The file is not valid JSON:")]
    public void Mistake_in_a_database_is_reported_at_its_path(string member, string says)
    {
        var json = $$"""{ "organizations": [{ "name": "O", "databases": [{{Database}}, {{member}} }] }] }""";

        Assert.Contains(says, Message(json), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(""" "owner": "x" """, "/apps/0/owner: There is no organization 'x'.")]
    [InlineData(""" "installations": ["x"] """, "/apps/0/installations/0: There is no organization 'x'.")]
    [InlineData(""" "origins": ["http://localhost:5000/app"] """, "/apps/0/origins/0: 'http://localhost:5000/app' is not an origin.")]
    [InlineData(""" "redirectUris": ["http://localhost/#x"] """, "/apps/0/redirectUris/0: ")]
    public void Mistake_in_an_App_is_reported_at_its_path(string member, string says)
    {
        var json = $$"""{ "organizations": [{ "name": "O", "databases": [{{Database}} }] }], "apps": [{ "name": "A", {{member}} }] }""";

        Assert.Contains(says, Message(json), StringComparison.Ordinal);
    }

    [Fact]
    public void All_mistakes_are_reported_together_with_the_file_name()
    {
        var lines = Message("""{ "x": 1, "organizations": [{ "y": 2 }], "apps": [{ "name": [] }] }""").Split(Environment.NewLine);

        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Contains("emulator.json: /", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("")]
    public void Invalid_JSON_is_reported_with_its_line(string json) =>
        Assert.Contains("emulator.json(", Message(json), StringComparison.Ordinal);

    [Fact]
    public void Duplicate_member_is_reported() =>
        Assert.Contains(
            "emulator.json: The file is not valid JSON: Duplicate",
            Message("""{ "apps": [], "apps": [] }"""),
            StringComparison.Ordinal);

    [Fact]
    public void Missing_file_is_reported() =>
        Assert.Contains("can't be read", Assert.Throws<EmulatorException>(() => PlatformOptions.Load("/none/emulator.json")).Message,
            StringComparison.Ordinal);

    [Fact]
    public void JSON_Schema_has_the_same_members_as_the_options()
    {
        var schema = JsonElement.Parse(PlatformOptions.JsonSchema);
        var left = new Queue<(Type Type, JsonElement Schema)>([(typeof(PlatformOptions), schema)]);
        var seen = 0;
        while (left.TryDequeue(out var one))
        {
            var members = ConfigurationFile.Serializer.GetTypeInfo(one.Type).Properties;
            Assert.Equal(members.Select(member => member.Name).Order(),
                one.Schema.GetProperty("properties").EnumerateObject().Select(member => member.Name).Order());
            var required = one.Schema.TryGetProperty("required", out var names)
                ? names.EnumerateArray().Select(name => name.GetString()!).Order() : Enumerable.Empty<string>();
            Assert.Equal(members.Where(member => member.IsRequired).Select(member => member.Name).Order(), required);
            foreach (var member in members)
            {
                seen++;
                Follow(member, one.Schema.GetProperty("properties").GetProperty(member.Name), schema, left);
            }
        }

        Assert.True(seen > 30);
    }

    private static void Follow(JsonPropertyInfo member, JsonElement schema, JsonElement whole, Queue<(Type Type, JsonElement Schema)> left)
    {
        var type = member.PropertyType.IsGenericType ? member.PropertyType.GetGenericArguments()[0] : member.PropertyType;
        var item = schema.TryGetProperty("items", out var items) ? items : schema;
        if (type.IsEnum)
        {
            var known = Enum.GetValues(type).Cast<object>()
                .Select(value => JsonSerializer.SerializeToElement(value, type, ConfigurationFile.Serializer).GetString());
            Assert.Equal(known, item.GetProperty("enum").EnumerateArray().Select(value => value.GetString()));
        }
        else if (item.TryGetProperty("$ref", out var reference))
        {
            left.Enqueue((type, whole.GetProperty("$defs").GetProperty(reference.GetString()!.Split('/')[^1])));
        }
    }

    private static string Message(string json)
    {
        using var folder = new ConfigurationFolder();
        folder.Write("emulator.json", json);
        folder.Write("wrong.csv", "N,S,X\r\na,1,\r\nb,x,\r\n");
        folder.Write("empty.csv", "");
        folder.Write("short.csv", "N,S\r\na,1\r\nb\r\n");
        folder.Write("wrong.json", "[5]");
        folder.Write("broken.json", "[1, ");
        return Assert.Throws<EmulatorException>(() => PlatformOptions.Load(folder["emulator.json"])).Message;
    }
}
