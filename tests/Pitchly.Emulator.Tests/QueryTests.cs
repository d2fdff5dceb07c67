using System.Text.Json;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests queries as people and tools write them: with values in literals, in parallel, and far too large.</summary>
public sealed class QueryTests : EmulatorFixture
{
    [Fact]
    public async Task Variables_in_a_JSON_literal_are_applied()
    {
        var name = await NameFieldAsync();
        var insert = $$"""
            mutation($s: String!, $d: ID!, $n: String!, $c: String) {
              insertRow(secretKey: $s, databaseId: $d, row: { cols: [
                { fieldId: "{{name}}", value: { val: $n, currency: $c, more: [$n, 1.50, true, null] } }
              ] }) { _id }
            }
            """;
        var inserted = await GraphQLAsync(insert, new { s = Secret, d = Emulator.User.DatabaseId, n = "Quince" });
        var row = inserted.GetProperty("data").GetProperty("insertRow");

        var count = $$"""
            query($s: String!, $d: ID!, $v: String!) {
              dataCount(secretKey: $s, databaseId: $d, filter: { conditions: [
                { left: { type: "field", value: "{{name}}" }, comparison: { operator: "contains" }, right: { type: "input", value: $v } }
              ] })
            }
            """;
        var found = await GraphQLAsync(count, new { s = Secret, d = Emulator.User.DatabaseId, v = "Quince" });
        Assert.Equal(1, found.GetProperty("data").GetProperty("dataCount").GetInt32());
        Assert.Equal("""{"val":"Quince","more":["Quince",1.50,true,null]}""", await ValueAsync(row.GetProperty("_id").GetString()!));
    }

    [Fact]
    public async Task Parallel_upserts_insert_one_row()
    {
        var name = await NameFieldAsync();
        const string Upsert = """
            mutation($s: String!, $d: ID!, $r: DataRowInput!, $m: [ID!]!) {
              upsertRow(secretKey: $s, databaseId: $d, row: $r, matchFields: $m) { _id }
            }
            """;
        for (var round = 0; round < 10; round++)
        {
            var row = new { cols = new[] { new { fieldId = name, value = new { val = $"Same {round}" } } } };
            var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() =>
                GraphQLAsync(Upsert, new { s = Secret, d = Emulator.User.DatabaseId, r = row, m = (string[])[name] }))));

            var rows = answers.Select(answer => answer.GetProperty("data").GetProperty("upsertRow").GetProperty("_id").GetString());
            Assert.Single(rows.Distinct());
        }
    }

    [Theory]
    [InlineData("fragments", "fragments")]
    [InlineData("depth", "deep")]
    [InlineData("fields", "fields")]
    [InlineData("billion", "fields")]
    [InlineData("characters", "characters")]
    public async Task Query_over_a_limit_is_refused(string kind, string says)
    {
        var query = kind switch
        {
            "fragments" => Fragments(2000, i => $"...f{i + 1}"),
            "depth" => string.Concat(Enumerable.Repeat("{ __schema ", 40)) + "{ a }" + new string('}', 40),
            "fields" => "{ " + string.Concat(Enumerable.Range(0, 3000).Select(i => $"a{i}: __typename ")) + "}",
            "billion" => Fragments(15, i => $"...f{i + 1} a: __typename ...f{i + 1}"),
            _ => "{ __typename } #" + new string('a', 300_000),
        };

        Assert.Contains(says, Failure(await GraphQLAsync(query, new { })).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Circular_fragments_are_an_error()
    {
        var answer = await GraphQLAsync("{ ...a } fragment a on Query { ...b } fragment b on Query { ...a }", new { });

        Assert.Contains("itself", Failure(answer).Reason, StringComparison.Ordinal);
    }

    /// <summary>Returns a query with the specified number of fragments, each of which spreads the next one.</summary>
    private static string Fragments(int count, Func<int, string> spread) =>
        "{ ...f0 } " + string.Concat(Enumerable.Range(0, count).Select(i => $"fragment f{i} on Query {{ {spread(i)} }} "))
            + $"fragment f{count} on Query {{ __typename }}";

    private async Task<string> NameFieldAsync()
    {
        var database = await GraphQLAsync(
            "query($s: String!, $d: ID!) { database(secretKey: $s, id: $d) { fields { _id name } } }",
            new { s = Secret, d = Emulator.User.DatabaseId });
        return database.GetProperty("data").GetProperty("database").GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("name").GetString() == "Name").GetProperty("_id").GetString()!;
    }

    private async Task<string> ValueAsync(string rowId)
    {
        var data = await GraphQLAsync(
            "query($s: String!, $d: ID!) { data(secretKey: $s, databaseId: $d) { _id cols { fieldId value } } }",
            new { s = Secret, d = Emulator.User.DatabaseId });
        return data.GetProperty("data").GetProperty("data").EnumerateArray()
            .Single(row => row.GetProperty("_id").GetString() == rowId)
            .GetProperty("cols")[0].GetProperty("value").GetRawText();
    }
}
