using System.Text.Json;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests the GraphQL API over stored rows.</summary>
public sealed class DataTests : EmulatorFixture
{
    private const string Rows =
        "query($s: String!, $d: ID!, $f: JSON) { data(secretKey: $s, databaseId: $d, filter: $f) { _id cols { fieldId value } } }";

    [Fact]
    public async Task Databases_have_one_primary_field()
    {
        var answer = await GraphQLAsync(
            "query($s: String!, $o: ID!) { databases(secretKey: $s, organizationId: $o) { _id name fields { _id name type primary } "
                + "filters { _id } templates { path } } }", new { s = Secret, o = Emulator.User.OrganizationId });
        var databases = answer.GetProperty("data").GetProperty("databases").EnumerateArray().ToList();
        Assert.Equal(["Deals", "Clients"], databases.Select(database => database.GetProperty("name").GetString()!));
        var fields = databases[0].GetProperty("fields").EnumerateArray().ToList();
        Assert.True(fields[0].GetProperty("primary").GetBoolean());
        Assert.All(fields.Skip(1), field => Assert.Equal(JsonValueKind.Null, field.GetProperty("primary").ValueKind));
        Assert.Matches("^[23456789A-HJ-NP-Za-km-z]{17}$", fields[0].GetProperty("_id").GetString());
    }

    [Fact]
    public async Task Rows_are_inserted_updated_in_part_and_deleted()
    {
        var fields = await FieldsAsync();
        var id = await InsertAsync((fields["Name"], "New"), (fields["Stage"], "Pitch"));
        await WriteAsync("updateRow", "$r: ID!, $row: DataRowInput!", "rowId: $r, row: $row",
            new { s = Secret, d = Emulator.User.DatabaseId, r = id, row = Row((fields["Stage"], "Signed")) });
        Assert.Equal(["New", "Signed"], await ValuesAsync(id));
        var deleted = await GraphQLAsync("mutation($s: String!, $d: ID!, $r: ID!) { deleteRow(secretKey: $s, databaseId: $d, rowId: $r) }",
            new { s = Secret, d = Emulator.User.DatabaseId, r = id });
        Assert.True(deleted.GetProperty("data").GetProperty("deleteRow").GetBoolean());
        Assert.Empty(await ValuesAsync(id));
    }

    [Fact]
    public async Task Upsert_inserts_updates_or_refuses_by_the_number_of_matches()
    {
        var fields = await FieldsAsync();
        var count = (await RowsAsync(null)).Count;
        var first = await UpsertAsync(fields["Name"], (fields["Name"], "Only"), (fields["Stage"], "Pitch"));
        var second = await UpsertAsync(fields["Name"], (fields["Name"], "Only"), (fields["Stage"], "Signed"));
        var id = first.GetProperty("data").GetProperty("upsertRow").GetProperty("_id").GetString()!;
        Assert.Equal(id, second.GetProperty("data").GetProperty("upsertRow").GetProperty("_id").GetString());
        Assert.Equal(["Only", "Signed"], await ValuesAsync(id));
        Assert.Equal(
            "multiple-matches", Failure(await UpsertAsync(fields["Stage"], (fields["Name"], "x"), (fields["Stage"], "Pitch"))).Error);
        Assert.Equal("bad-request", Failure(await UpsertAsync(fields["Name"], (fields["Stage"], "Pitch"))).Error);
        Assert.Equal(count + 1, (await RowsAsync(null)).Count);
    }

    [Fact]
    public async Task Upsert_matches_the_current_rows()
    {
        var fields = await FieldsAsync();
        var name = fields["Name"];
        var id = IdOf(await UpsertAsync(name, (name, "Before")));
        await WriteAsync("updateRow", "$r: ID!, $row: DataRowInput!", "rowId: $r, row: $row",
            new { s = Secret, d = Emulator.User.DatabaseId, r = id, row = Row((name, "After")) });
        Assert.Equal(id, IdOf(await UpsertAsync(name, (name, "After"))));
        var other = IdOf(await UpsertAsync(name, (name, "Before")));
        Assert.NotEqual(id, other);

        await GraphQLAsync("mutation($s: String!, $d: ID!, $r: ID!) { deleteRow(secretKey: $s, databaseId: $d, rowId: $r) }",
            new { s = Secret, d = Emulator.User.DatabaseId, r = other });
        Assert.NotEqual(other, IdOf(await UpsertAsync(name, (name, "Before"))));
        await InsertAsync((name, "After"));
        Assert.Equal("multiple-matches", Failure(await UpsertAsync(name, (name, "After"))).Error);

        static string IdOf(JsonElement answer) => answer.GetProperty("data").GetProperty("upsertRow").GetProperty("_id").GetString()!;
    }

    [Theory]
    [InlineData("Stage", "is", "Pitch", 2)]
    [InlineData("Stage", "is-not", "Pitch", 6)]
    [InlineData("Client", "contains", "OSO", 2)]
    [InlineData("Client", "does-not-contain", "oso", 6)]
    [InlineData("Name", "starts-with", "project a", 1)]
    [InlineData("Name", "ends-with", "elm", 1)]
    [InlineData("Amount", "is-more-than", "3000000", 3)]
    [InlineData("Amount", "is-less-than", "700000", 1)]
    [InlineData("Name", "is-empty", null, 0)]
    [InlineData("Name", "has-any-value", null, 8)]
    public async Task Filter_selects_the_matching_rows(string field, string op, string? value, int count) =>
        Assert.Equal(count, (await RowsAsync(new { conditions = new[] { await ConditionAsync(field, op, value) } })).Count);

    [Fact]
    public async Task Malformed_filter_is_refused()
    {
        var answer = await GraphQLAsync(
            Rows, new { s = Secret, d = Emulator.User.DatabaseId, f = new { conditions = new[] { new { left = 5 } } } });
        Assert.Equal("bad-filter", Failure(answer).Error);
    }

    [Fact]
    public async Task Conditions_can_be_grouped_by_and_or()
    {
        var pitch = await ConditionAsync("Stage", "is", "Pitch");
        var lost = await ConditionAsync("Stage", "is", "Lost");
        var contoso = await ConditionAsync("Client", "contains", "Contoso");
        Assert.Equal(3, (await RowsAsync(new { @operator = "or", conditions = new[] { pitch, lost } })).Count);
        Assert.Single(await RowsAsync(
            new { conditions = new object[] { contoso, new { conditionGroup = new[] { pitch, lost }, @operator = "or" } } }));
    }

    [Theory]
    [InlineData("query { dataCount(accessToken: \"nonsense\", databaseId: \"x\") }", "not-authorized")]
    [InlineData("query { dataCount(databaseId: \"x\") }", "not-authorized")]
    [InlineData("query { nothing }", "bad-request")]
    [InlineData("query {", "bad-request")]
    public async Task Failures_have_v1s_shape(string query, string error) =>
        Assert.Equal(error, Failure(await GraphQLAsync(query, new { })).Error);

    [Fact]
    public async Task Unknown_database_or_field_is_an_error()
    {
        Assert.Equal("not-found",
            Failure(await GraphQLAsync("query($s: String!) { dataCount(secretKey: $s, databaseId: \"x\") }", new { s = Secret })).Error);
        Assert.Equal(
            "bad-request", Failure(
                await GraphQLAsync(
                    "mutation($s: String!, $d: ID!, $row: DataRowInput!) { insertRow(secretKey: $s, databaseId: $d, row: $row) { _id } }",
                    new { s = Secret, d = Emulator.User.DatabaseId, row = Row(("nofield", "x")) })).Error);
    }

    private async Task<Dictionary<string, string>> FieldsAsync()
    {
        var answer = await GraphQLAsync("query($s: String!, $d: ID!) { database(secretKey: $s, id: $d) { fields { _id name } } }",
            new { s = Secret, d = Emulator.User.DatabaseId });
        return answer.GetProperty("data").GetProperty("database").GetProperty("fields").EnumerateArray()
            .ToDictionary(field => field.GetProperty("name").GetString()!, field => field.GetProperty("_id").GetString()!);
    }

    private async Task<object> ConditionAsync(string field, string op, string? value) => new
    {
        left = new { type = "field", value = (await FieldsAsync())[field] },
        comparison = new { @operator = op },
        right = value is null ? null : new { type = "input", value },
    };

    private async Task<List<JsonElement>> RowsAsync(object? filter) =>
        [.. (await GraphQLAsync(Rows, new { s = Secret, d = Emulator.User.DatabaseId, f = filter })).GetProperty("data").GetProperty("data")
            .EnumerateArray()];

    private async Task<IEnumerable<string>> ValuesAsync(string id) => (await RowsAsync(null))
        .Where(row => row.GetProperty("_id").GetString() == id)
        .SelectMany(
            row => row.GetProperty("cols").EnumerateArray().Select(col => col.GetProperty("value").GetProperty("val").GetString()!));

    private async Task<string> InsertAsync(params (string Field, string Val)[] cols) =>
        (await WriteAsync(
            "insertRow", "$row: DataRowInput!", "row: $row", new { s = Secret, d = Emulator.User.DatabaseId, row = Row(cols) }))
            .GetProperty("data").GetProperty("insertRow").GetProperty("_id").GetString()!;

    private Task<JsonElement> UpsertAsync(string match, params (string Field, string Val)[] cols) =>
        WriteAsync("upsertRow", "$row: DataRowInput!, $m: [ID!]!", "row: $row, matchFields: $m",
            new { s = Secret, d = Emulator.User.DatabaseId, row = Row(cols), m = new[] { match } });

    private Task<JsonElement> WriteAsync(string field, string declared, string passed, object variables) =>
        GraphQLAsync(
            $"mutation($s: String!, $d: ID!, {declared}) {{ {field}(secretKey: $s, databaseId: $d, {passed}) {{ _id }} }}", variables);

    private static object Row(params (string Field, string Val)[] cols) =>
        new { cols = cols.Select(col => new { fieldId = col.Field, value = new { val = col.Val } }) };
}
