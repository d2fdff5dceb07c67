using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests that the APIs of both generations return the platform that a configuration file declares.</summary>
public sealed class ConfigurationTests : EmulatorFixture
{
    private const string Full = "the-secret-of-the-full-app", Reader = "the-secret-of-the-reader";
    private readonly ConfigurationFolder _folder = ConfigurationFolder.Whole();

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task Configured_ids_and_secrets_are_used()
    {
        Assert.Equal(["appFull", "appRead"], Emulator.AppIds);
        Assert.Equal(Full, await File.ReadAllTextAsync(Emulator.AppSecretPath, Cancellation));
        Assert.Equal(Reader, await File.ReadAllTextAsync(Emulator.SecretPathOf("appRead"), Cancellation));
        Assert.Equal(("AAAAAAAAAAAAAAAAA", "psn22222222222222222", "deals"),
            (Emulator.User.OrganizationId, Emulator.User.PersonId, Emulator.User.DatabaseId));
    }

    [Fact]
    public async Task Fields_filters_and_templates_are_served()
    {
        var answer = await AskAsync(Full, """
            databases(secretKey: $s, organizationId: "orgAAAAAAAAAAAAAAAAA", docDbOnly: true) {
              name fields { _id type primary required restrict database } filters { _id name filter } templates { path name }
            }
            """);

        var database = Assert.Single(answer.GetProperty("databases").EnumerateArray());
        var fields = database.GetProperty("fields").EnumerateArray().ToDictionary(field => field.GetProperty("_id").GetString()!);
        Assert.Equal(16, fields.Select(field => field.Value.GetProperty("type").GetString()).Distinct().Count());
        Assert.Equal("""
            {"_id":"name","type":"string","primary":true,"required":true,"restrict":null,"database":null}
            """, fields["name"].GetRawText());
        Assert.Equal("""["Pitch","Closed"]""", fields["stage"].GetProperty("restrict").GetRawText());
        Assert.Equal("clients", fields["client"].GetProperty("database").GetString());
        var filter = Assert.Single(database.GetProperty("filters").EnumerateArray());
        Assert.Equal(
            "stage", filter.GetProperty("filter").GetProperty("conditions")[0].GetProperty("left").GetProperty("value").GetString());
        Assert.Equal("""[{"path":"Letters > Offer","name":"Offer"},{"path":"Plain","name":"Plain"}]""", JsonSerializer.Serialize(
            database
                .GetProperty(
                    "templates"), new JsonSerializerOptions
                    {
                        Encoder =
                        System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping
                    }));
        var pitches = await AskAsync(
            Full, "data(secretKey: $s, databaseId: \"deals\", filter: $f) { _id }", new { f = filter.GetProperty("filter") }, ", $f: JSON");
        Assert.Equal("aspen", Assert.Single(pitches.GetProperty("data").EnumerateArray()).GetProperty("_id").GetString());
    }

    [Fact]
    public async Task Rows_come_from_the_configuration_CSV_and_JSON()
    {
        var rows = (await AskAsync(Full, "data(secretKey: $s, databaseId: \"deals\") { _id cols { fieldId value } }")).GetProperty("data")
            .EnumerateArray().ToList();

        Assert.Equal(["Aspen", "Birch", "Cedar", "Dogwood"], rows.Select(row => Value(row, "name").GetProperty("val").GetString()));
        Assert.Equal("""{"val":5,"currency":"USD"}""", Value(rows[0], "amount").GetRawText());
        Assert.Equal("""{"val":"wksAAAAAAAAAAAAAAAAA recc1"}""", Value(rows[0], "client").GetRawText());
        Assert.Equal("2026-11-24T08:00:00.000Z", Value(rows[0], "made").GetProperty("val").GetString());
        Assert.Equal("birch", rows[1].GetProperty("_id").GetString());
        Assert.Equal("""{"val":1500}""", Value(rows[1], "size").GetRawText());
        Assert.Equal("""{"val":7.5,"currency":"EUR"}""", Value(rows[1], "amount").GetRawText());
        Assert.Equal("""{"val":["Boise","Denver"]}""", Value(rows[1], "cities").GetRawText());
        Assert.Equal("Said \"yes\", twice", Value(rows[1], "notes").GetProperty("val").GetString());
    }

    [Theory]
    [InlineData("insertRow(secretKey: $s, databaseId: \"deals\", row: { cols: [] }) { _id }")]
    [InlineData("updateRow(secretKey: $s, databaseId: \"deals\", rowId: \"aspen\", row: { cols: [] }) { _id }")]
    [InlineData("deleteRow(secretKey: $s, databaseId: \"deals\", rowId: \"aspen\")")]
    [InlineData("upsertRow(secretKey: $s, databaseId: \"deals\", matchFields: [\"name\"], row: { cols: [{ fieldId: \"name\", value: { "
        + "val: \"Aspen\" } }] }) { _id }")]
    [InlineData("upsertRow(secretKey: $s, databaseId: \"deals\", matchFields: [\"name\"], row: { cols: [{ fieldId: \"name\", value: { "
        + "val: \"New\" } }] }) { _id }")]
    public async Task App_without_permission_gets_Pitchlys_error_message(string write)
    {
        var refused = await GraphQLAsync($"mutation($s: String!) {{ {write} }}", new { s = Reader });
        Assert.Equal(("not-authorized", "This app does not have permission to perform this action."), Failure(refused));

        Assert.NotEqual(JsonValueKind.Null,
            (await GraphQLAsync($"mutation($s: String!) {{ {write} }}", new { s = Full })).GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task An_App_that_is_not_installed_has_no_access()
    {
        Assert.Equal("not-authorized", Failure(
            await GraphQLAsync("query($s: String!) { dataCount(secretKey: $s, databaseId: \"theirs\") }", new { s = Reader })).Error);
        Assert.Equal(0, (await AskAsync(Full, "dataCount(secretKey: $s, databaseId: \"theirs\")")).GetProperty("dataCount").GetInt32());
        var (status, _) = await TokenAsync(
            ("grant_type", "client_credentials"), ("client_id", "appRead"), ("client_secret", Reader), ("organization_id", "south"));
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Computed_field_can_not_be_written()
    {
        var write =
            "mutation($s: String!) { insertRow(secretKey: $s, databaseId: \"deals\", row: { cols: [{ fieldId: \"made\", value: { val: "
                + "\"x\" } }] }) { _id } }";
        Assert.Contains("'Made'", Failure(await GraphQLAsync(write, new { s = Full })).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_of_the_user_can_be_changed()
    {
        Emulator.User.Select(["aspen"]);
        using (var answer = await Http.PostAsync("/emulator/user", new StringContent("""{"database":"clients"}"""), Cancellation))
        {
            Assert.Equal(200, (int)answer.StatusCode);
        }

        Assert.Equal("clients", Emulator.User.DatabaseId);
        Assert.Empty(Emulator.User.Selection);
        Assert.Throws<ArgumentException>(() => Emulator.User.Open("theirs"));
        Assert.Throws<ArgumentException>(() => Emulator.User.SignIn("nobody"));
    }

    [Fact]
    public void Page_of_an_unregistered_origin_is_not_embedded()
    {
        Emulator.Embed("Right", new Uri("http://localhost:7001/page"));
        var error = Assert.Throws<EmulatorException>(() => Emulator.Embed("Wrong", new Uri("http://localhost:7002/")));
        Assert.Contains("http://localhost:7001", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Loaded_options_match_the_configuration_file()
    {
        var options = PlatformOptions.Load(_folder["emulator.json"]);
        Assert.Equal("Deals", options.Organizations[0].Databases[0].Name);
        Assert.Equal(FieldKind.DropdownMultiple, options.Organizations[0].Databases[0].Fields[6].Type);
        Assert.Equal([AppAction.ReadData], options.Apps[1].Permissions!);
    }

    protected override EmulatorOptions Options() =>
        new() { TimeProvider = Time, Platform = PlatformOptions.Load(_folder["emulator.json"]) };

    private static JsonElement Value(JsonElement row, string field) =>
        row.GetProperty("cols").EnumerateArray().Single(col => col.GetProperty("fieldId").GetString() == field).GetProperty("value");

    private async Task<JsonElement> AskAsync(string secret, string field, object? variables = null, string declared = "")
    {
        var all = JsonSerializer.SerializeToNode(variables ?? new { })!.AsObject();
        all["s"] = secret;
        return (await GraphQLAsync($"query($s: String!{declared}) {{ {field} }}", all)).GetProperty("data");
    }
}
