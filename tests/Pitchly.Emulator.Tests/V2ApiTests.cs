using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests v2's API: Bearer tokens, prefixed IDs, and the operations that Pitchly's own public clients call.</summary>
public sealed class V2ApiTests : EmulatorFixture
{
    private const string Secret2 = "the-secret-of-the-full-app";
    private readonly ConfigurationFolder _folder = ConfigurationFolder.Whole();

    public override ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return base.DisposeAsync();
    }

    [Fact]
    public async Task The_viewer_and_the_organization_are_those_of_the_token()
    {
        var data = await AskAsync("{ organization { id } viewer { person { id name email image } tier tierSettings } }");

        Assert.Equal("orgAAAAAAAAAAAAAAAAA", data.GetProperty("organization").GetProperty("id").GetString());
        Assert.Equal(
            """{"id":"psn22222222222222222","name":"Ada","email":"ada@north.example","image":"https://north.example/ada.png"}""",
            data.GetProperty("viewer").GetProperty("person").GetRawText());
    }

    [Fact]
    public async Task A_workspace_has_tables_and_a_table_has_fields()
    {
        var data = await AskAsync("""
            query workspace($id: ID!) { workspace(id: $id) { id tables { id fields { id type } } } }
            """, new { id = "wksAAAAAAAAAAAAAAAAA" });
        Assert.Equal(
            ["wksAAAAAAAAAAAAAAAAA|tbldeals", "wksAAAAAAAAAAAAAAAAA|tblclients"],
            data.GetProperty("workspace").GetProperty("tables").EnumerateArray().Select(table => table.GetProperty("id").GetString()!));

        var table = await AskAsync("""
            query table($id: ID!) { table(id: $id) { fields { id type } } }
            """, new { id = "wksAAAAAAAAAAAAAAAAA|tbldeals" });
        var field = table.GetProperty("table").GetProperty("fields").EnumerateArray()
            .Single(field => field.GetProperty("type").GetString() == "attachment");
        Assert.Equal("wksAAAAAAAAAAAAAAAAA|fldfile", field.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, (await AskAsync("{ table(id: \"none\") { id } }")).GetProperty("table").ValueKind);
    }

    [Theory]
    [InlineData("name", "\"Aspen\"")]
    [InlineData("size", "\"2,300\"")]
    [InlineData("won", "\"Yes\"")]
    [InlineData("amount", "\"$5\"")]
    [InlineData("cities", "[\"Lincoln\",\"Omaha\"]")]
    [InlineData("file", "\"https://north.example/a.pdf\"")]
    [InlineData("client", "\"Contoso\"")]
    [InlineData("others", "[\"Contoso\",\"Litware\"]")]
    public async Task Value_has_a_stringValue(string field, string text)
    {
        var record = (await RecordsAsync(null))[0];
        var cell = record.GetProperty("fields").EnumerateArray()
            .Single(one => one.GetProperty("fieldId").GetString() == "wksAAAAAAAAAAAAAAAAA|fld" + field);

        Assert.Equal("recaspen", record.GetProperty("id").GetString());
        Assert.Equal(text, cell.GetProperty("stringValue").GetRawText());
    }

    [Theory]
    [InlineData("name", "contains", """{ "type": "input", "value": "irc" }""", 1)]
    [InlineData("amount", "is-more-than", """{ "type": "input", "value": 1 }""", 2)]
    [InlineData("amount", "is-more-than", """{ "type": "input", "value": 1, "currency": "USD" }""", 1)]
    [InlineData("notes", "is-empty", "null", 2)]
    public async Task The_documented_filter_is_applied(string field, string op, string right, int count)
    {
        var filter = $$"""
            { "conditions": [{ "left": { "type": "field", "value": "wksAAAAAAAAAAAAAAAAA|fld{{field}}" }, "comparison": {
              "operator": "{{op}}" }, "right": {{right}} }] }
            """;
        Assert.Equal(count, (await RecordsAsync(JsonElement.Parse(filter))).Count);
    }

    [Fact]
    public async Task Records_are_updated_all_or_none()
    {
        const string Update =
            "mutation updateRecords($tableId: ID!, $records: [UpdateRecordInput!]!) { updateRecords(tableId: $tableId, records: "
                + "$records) { id } }";
        object Write(string id, string name) =>
            new { id, fields = new[] { new { fieldId = "wksAAAAAAAAAAAAAAAAA|fldname", value = new { val = name } } } };

        var done = await AskAsync(
            Update, new { tableId = "wksAAAAAAAAAAAAAAAAA|tbldeals", records = new[] { Write("recaspen", "Changed") } });
        Assert.Equal("""[{"id":"recaspen"}]""", done.GetProperty("updateRecords").GetRawText());
        var failed = await BearerAsync(await SignInAsync(), Update,
            new { tableId = "wksAAAAAAAAAAAAAAAAA|tbldeals", records = new[] { Write("recbirch", "Lost"), Write("recnone", "x") } });

        Assert.Equal("NOT_FOUND", Code(failed));
        var names = (await RecordsAsync(null))
            .Select(record => record.GetProperty("fields")[0].GetProperty("value").GetProperty("val").GetString());
        Assert.Equal(["Changed", "Birch", "Cedar", "Dogwood"], names);
    }

    [Theory]
    [InlineData("plyu_bad")]
    [InlineData("a.b.c")]
    public async Task Invalid_token_is_UNAUTHENTICATED(string token)
    {
        var answer = await BearerAsync(token, "{ viewer { person { id } } }");

        Assert.Equal("UNAUTHENTICATED", Code(answer));
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("data").ValueKind);
    }

    [Fact]
    public async Task Token_without_the_write_scope_is_FORBIDDEN_to_write()
    {
        var (_, narrow) = await TokenAsync(("grant_type", "client_credentials"), ("client_id", "appFull"), ("client_secret", Secret2),
            ("organization_id", "orgAAAAAAAAAAAAAAAAA"), ("scope", ""));
        var answer = await BearerAsync(
            narrow.GetProperty("access_token").GetString()!, "mutation { updateRecords(tableId: \"tbldeals\", records: []) { id } }");

        Assert.Equal("FORBIDDEN", Code(answer));
        Assert.Equal("This app does not have permission to perform this action.",
            answer.GetProperty("errors")[0].GetProperty("message").GetString());
    }

    [Theory]
    [InlineData("""{"alg":"HS256","typ":"JWT"}""", """{"iss":"appFull"}""", true)]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"appFull","exp":1795507300}""", true)]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"appFull","exp":1795507200}""", false)]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"appFull","nbf":1795507300}""", false)]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"appFull","exp":"soon"}""", false)]
    [InlineData("""{"alg":"HS256"}""", """{"iss":"appRead"}""", false)]
    [InlineData("""{"alg":"HS256"}""", """{}""", false)]
    [InlineData("""{"alg":"none"}""", """{"iss":"appFull"}""", false)]
    [InlineData("""{"alg":"HS512"}""", """{"iss":"appFull"}""", false)]
    [InlineData("[]", """{"iss":"appFull"}""", false)]
    public async Task A_JWT_of_the_own_organization_is_signed_with_the_secret(string header, string claims, bool isGood)
    {
        var signed = $"{Base64(Encoding.UTF8.GetBytes(header))}.{Base64(Encoding.UTF8.GetBytes(claims))}";
        var token = $"{signed}.{Base64(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret2), Encoding.ASCII.GetBytes(signed)))}";

        var bearer = await BearerAsync(token, "{ organization { id } dataCount(databaseId: \"deals\") }");
        var argument = await GraphQLAsync("query($t: String!) { dataCount(accessToken: $t, databaseId: \"deals\") }", new { t = token });

        Assert.Equal(isGood, bearer.GetProperty("data").ValueKind == JsonValueKind.Object);
        Assert.Equal(isGood, argument.GetProperty("data").ValueKind == JsonValueKind.Object);
        Assert.Null(isGood ? null : Code(bearer) == "UNAUTHENTICATED" ? null : Code(bearer));
    }

    [Fact]
    public async Task A_JWT_with_another_signature_is_refused()
    {
        var signed = $"{Base64("{\"alg\":\"HS256\"}"u8)}.{Base64("{\"iss\":\"appFull\"}"u8)}";

        Assert.Equal("UNAUTHENTICATED", Code(await BearerAsync(
            $"{signed}.{Base64(HMACSHA256.HashData("another"u8, Encoding.ASCII.GetBytes(signed)))}", "{ organization { id } }")));
        Assert.Equal("UNAUTHENTICATED", Code(await BearerAsync(signed + ".", "{ organization { id } }")));
    }

    protected override EmulatorOptions Options() =>
        new() { TimeProvider = Time, Platform = PlatformOptions.Load(_folder["emulator.json"]) };

    private static string Base64(ReadOnlySpan<byte> bytes) => System.Buffers.Text.Base64Url.EncodeToString(bytes);

    private static string? Code(JsonElement answer) =>
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();

    private async Task<IReadOnlyList<JsonElement>> RecordsAsync(JsonElement? filter)
    {
        var data = await AskAsync(
            "query($t: ID!, $f: JSON) { recordsConnection(tableId: $t, filter: $f) { edges { node { id fields { fieldId value "
                + "stringValue } } } } }",
            new { t = "wksAAAAAAAAAAAAAAAAA|tbldeals", f = filter });
        return [.. data.GetProperty("recordsConnection").GetProperty("edges").EnumerateArray().Select(edge => edge.GetProperty("node"))];
    }

    private async Task<string> SignInAsync()
    {
        using var authorized = await Http.GetAsync("/oauth/authorize?response_type=code&client_id=appFull", Cancellation);
        var code = QueryHelpers.ParseQuery(authorized.Headers.Location!.Query)["code"].ToString();
        var (_, answer) = await TokenAsync(
            ("grant_type", "authorization_code"), ("client_id", "appFull"), ("client_secret", Secret2), ("code", code));
        return answer.GetProperty("access_token").GetString()!;
    }

    private async Task<JsonElement> AskAsync(string query, object? variables = null)
    {
        var answer = await BearerAsync(await SignInAsync(), query, variables);
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.GetRawText())
            : answer.GetProperty("data");
    }

    private async Task<JsonElement> BearerAsync(string token, string query, object? variables = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await Http.SendAsync(request, Cancellation);
        Assert.Equal(200, (int)answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>(Cancellation);
    }
}
