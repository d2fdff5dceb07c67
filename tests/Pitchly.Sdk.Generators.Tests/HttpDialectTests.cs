using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>The dialect's HTTP features: locations and styles of parameters, kinds of bodies, and responses by status code.</summary>
public sealed class HttpDialectTests
{
    private const string Charges = """
        {
          "pitchly": "1.0", "namespace": "Charges",
          "types": {
            "Card": { "type": "object", "required": ["object", "last4"], "properties": { "object": { "type": "string" }, "last4": {
              "type": "string" } } },
            "Bank": { "type": "object", "required": ["object"], "properties": { "object": { "type": "string" } } },
            "Source": { "oneOf": [ { "$ref": "#/types/Card" }, { "$ref": "#/types/Bank" }, { "title": "Other", "type": "object" } ],
              "discriminator": { "propertyName": "object", "mapping": { "card": "#/types/Card" } } },
            "Charge": { "type": "object", "required": ["on"], "additionalProperties": { "type": "integer" }, "properties": {
              "on": { "type": "string", "format": "date" }, "at": { "type": "string", "format": "time" }, "takes": { "type": "string",
                "format": "duration" },
              "seal": { "type": "string", "format": "byte" }, "rate": { "type": "number", "format": "float" }, "source": {
                "$ref": "#/types/Source" } } },
            "Job": { "type": "object", "required": ["number"], "properties": { "number": { "type": "string" } } },
            "Range": { "type": "object", "properties": { "gte": { "type": "integer" } } },
            "Error": { "type": "object", "properties": { "message": { "type": "string" } } },
            "Flaws": { "type": "object", "properties": { "all": { "type": "array", "items": { "type": "string" } } } }
          },
          "clients": { "Charges": { "endpoints": {
            "list": { "method": "GET", "path": "/charges/{path}", "parameters": [
              { "name": "path", "in": "path", "style": "label", "schema": { "type": "array", "items": { "type": "string" } } },
              { "name": "created", "in": "query", "style": "deepObject", "schema": { "$ref": "#/types/Range" } },
              { "name": "ids", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "string" } } },
              { "name": "session", "in": "cookie", "schema": { "type": "string" } } ],
              "responses": { "200": { "headers": { "X-Next": {} }, "content": { "application/json": { "schema": { "type": "array",
                "items": { "$ref": "#/types/Charge" } } } } }, "304": {} } },
            "create": { "method": "POST", "path": "/charges", "requestBody": { "content": { "application/vnd.charge+json": { "schema": {
              "$ref": "#/types/Charge" } } } },
              "responses": { "201": { "content": { "application/json": { "schema": { "$ref": "#/types/Charge" } } } }, "202": { "content": {
                "application/json": { "schema": { "$ref": "#/types/Job" } } } },
                "422": { "content": { "application/problem+json": { "schema": { "$ref": "#/types/Flaws" } } } }, "default": { "content": {
                  "application/json": { "schema": { "$ref": "#/types/Error" } } } } } },
            "upload": { "method": "POST", "path": "/files", "requestBody": { "content": { "multipart/form-data": { "schema": {
              "type": "object", "required": ["file"], "properties": {
              "file": { "type": "string", "format": "binary" }, "more": { "type": "array", "items": { "type": "string",
                "format": "binary" } }, "charge": { "$ref": "#/types/Charge" } } } } } },
              "responses": { "200": { "content": { "application/pdf": {} } } } },
            "note": { "method": "PUT", "path": "/note", "requestBody": { "content": { "text/plain": {} } }, "responses": { "200": {
              "content": { "text/plain": {} } } } },
            "watch": { "method": "GET", "path": "/watch", "responses": { "200": { "content": { "text/event-stream": { "schema": {
              "$ref": "#/types/Job" } } } } } }
          } } }
        }
        """;

    [Fact]
    public void All_HTTP_features_compile_without_a_warning()
    {
        var client = Harness.Run(("charges.pitchly.json", Charges)).AssertClean().Sources["Charges.ChargesClient.g.cs"];

        Assert.All(
            [
                "ParameterStyle.DeepObject", "ParameterLocation.Cookie", "ParameterStyle.Label", "PitchlyResponse<",
                "application/vnd.charge+json", "ChargesCreateResult", "OneOf(", "Part(\"file\", @file)", "SendForFileAsync",
                "SendForTextAsync", "isEvents: true",
            ],
            part => Assert.Contains(part, client, StringComparison.Ordinal));
    }

    /// <summary>Parts of public APIs, as a user would write them.</summary>
    [Theory]
    [InlineData("discord", "Discord.RestClient", "{ AuthorizationScheme = \"Bot\" };")]
    [InlineData("discord", "Discord.GatewayClient", "MessageEnvelope { Type = \"t\", Data = \"d\", Sequence = \"s\" };")]
    [InlineData("discord", "Discord.IGatewayCallbacks", "MessageEnvelope { Type = \"t\", Data = \"d\", Sequence = \"s\" };")]
    [InlineData("github", "GitHub.IssuesClient", "ListForRepoAllPages(")]
    [InlineData("slack", "Slack.WebClient", "UsersListAllPages(")]
    [InlineData("slack", "Slack.ISlackWebhooks", "event_callback")]
    [InlineData("stripe", "Stripe.ChargesClient", "Parameter = \"starting_after\", More = \"/has_more\"")]
    [InlineData("stripe", "Stripe.ChargesClient", "(\"metadata\", global::Pitchly.Http.ParameterStyle.DeepObject, true)")]
    [InlineData("teams", "Teams.ConnectorClient", "SendForFileAsync(")]
    [InlineData("teams", "Teams.TeamsJsClient", "MessageEnvelope { Type = \"func\", Data = \"args\" };")]
    public void Excerpts_of_public_APIs_are_accepted(string api, string type, string part)
    {
        var run = Harness.Run(Harness.Schema($"Apis/{api}.pitchly.json"));

        Assert.All(run.Diagnostics, diagnostic => Assert.Equal(SchemaDescriptors.Renamed.Id, diagnostic.Id));
        Assert.Empty(run.CompilerFindings);
        Assert.Contains(part, run.Sources[type + ".g.cs"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"style\": \"deepObject\", \"in\": \"path\"", "PITCHLY1003")]
    [InlineData("\"style\": \"label\", \"in\": \"query\"", "PITCHLY1003")]
    public void Style_in_the_wrong_location_is_an_error(string parameter, string id)
    {
        var text = Charges.Replace("\"style\": \"label\", \"schema\"", "\"schema\"", StringComparison.Ordinal)
            .Replace("\"name\": \"session\", \"in\": \"cookie\"", $"\"name\": \"path\", {parameter}", StringComparison.Ordinal);

        Assert.Contains(Harness.Run(("charges.pitchly.json", text)).Diagnostics, diagnostic => diagnostic.Id == id);
    }

    [Fact]
    public void Mapping_to_a_type_that_is_not_a_case_is_an_error() => Assert.Equal(
        "PITCHLY1003",
        Assert.Single(Harness.Run(("charges.pitchly.json", Charges.Replace(
            "\"card\": \"#/types/Card\"", "\"card\": \"#/types/Job\"", StringComparison.Ordinal))).Diagnostics).Id);
}
