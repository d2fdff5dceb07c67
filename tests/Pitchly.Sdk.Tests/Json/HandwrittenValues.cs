using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;

namespace Pitchly.Sdk.Tests.Json;

/// <summary>Random values of the handwritten contracts: any characters, missing optional members, and JSON of any shape.</summary>
internal static class HandwrittenValues
{
    public static readonly Gen<string> Text = Gen
        .OneOf(Gen.String, Gen.Const(""), Gen.Const("\"\\\n\u2028"), Gen.Const("日本語 😀"), Gen.Const("</script>"), Gen.Const("null"))
        .Where(text => text.EnumerateRunes().All(rune => rune.Value != 0xFFFD));

    public static readonly Gen<string> Id = Gen.Char.AlphaNumeric.Array[1, 20].Select(letters => new string(letters));

    public static readonly Gen<JsonElement> Json = Gen.Recursive<JsonNode?>((depth, self) =>
    {
        var leaf = Gen.OneOf(
            Text.Select(text => (JsonNode?)text),
            Gen.Double.Where(double.IsFinite).Select(number => (JsonNode?)number),
            Gen.Long.Select(number => (JsonNode?)number),
            Gen.Bool.Select(truth => (JsonNode?)truth),
            Gen.Const((JsonNode?)null));
        return depth > 3 ? leaf : Gen.OneOf(
            leaf,
            self.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())])),
            Gen.Select(Text, self).Array[0, 4].Select(members => (JsonNode?)ToObject(members)));
    }).Select(node => JsonSerializer.SerializeToElement(node));

    public static readonly Gen<JsonElement> Object = Gen.Select(Text, Json).Array[0, 4]
        .Select(members => JsonSerializer.SerializeToElement(ToObject(members.Select(member => (
            member.Item1, JsonNode.Parse(member.Item2.GetRawText()))))));

    public static readonly Gen<HandError> Error =
        Gen.Select(Text, Text, Gen.Int, (name, reason, code) => new HandError(name, reason, code));

    public static readonly Gen<HandSuccess> Success = Gen.Select(Id, Gen.DateTimeOffset, Id, (token, at, organization) =>
        new HandSuccess(token, JsonSerializer.Deserialize<string>(JsonSerializer.Serialize(at))!, organization));

    public static readonly Gen<HandFailure> Failure = Error.Select(error => new HandFailure(error));

    public static readonly Gen<HandReady> Ready = Gen.Select(Id, Text, (app, sdk) => new HandReady(app, sdk));

    public static readonly Gen<HandCodeGrant> CodeGrant = Gen.Select(Id, Id, Id, Id, Id, Optional(
        Text), (app, secret, code, uri, verifier, scope) =>
        new HandCodeGrant(app, secret, code, "https://example.com/" + uri, verifier, scope));

    public static readonly Gen<HandRefreshGrant> RefreshGrant =
        Gen.Select(Id, Id, Id, Optional(Text), (app, secret, token, scope) => new HandRefreshGrant(app, secret, token, scope));

    public static readonly Gen<HandAppGrant> AppGrant =
        Gen.Select(Id, Id, Id, (app, secret, organization) => new HandAppGrant(app, secret, organization));

    public static readonly Gen<HandTokens> Tokens = Gen.Select(Id, Gen.Nullable(Gen.Int), Optional(Id), Optional(Text), Optional(
        Text), (access, life, refresh, scope, type) =>
        new HandTokens(access, life, refresh, scope, type));

    public static readonly Gen<HandOAuthError> OAuthError =
        Gen.Select(Text, Optional(Text), (error, description) => new HandOAuthError(error, description));

    public static readonly Gen<HandField> Field = Gen.Select(
        Gen.Select(Id, Text, Text), Gen.Select(Gen.Nullable(Gen.Bool), Gen.Nullable(Gen.Bool)),
        Gen.Nullable(Json.Where(json => json.ValueKind != JsonValueKind.Null)), Optional(Id),
        (names, flags, restrict, database) => new HandField(
            names.Item1, names.Item2, names.Item3, flags.Item1, flags.Item2, restrict, database));

    public static readonly Gen<HandSavedFilter> SavedFilter =
        Gen.Select(Text, Text, Object, (id, name, filter) => new HandSavedFilter(id, name, filter));

    public static readonly Gen<HandTemplate> Template = Gen.Select(Text, Text, (path, name) => new HandTemplate(path, name));

    public static readonly Gen<HandDatabase> Database = Gen.Select(
        Id, Text, Field.Array[0, 4], Optional(SavedFilter.Array[0, 2]), Optional(Template.Array[0, 2]),
        (id, name, fields, filters, templates) => new HandDatabase(id, name, fields, filters, templates));

    public static readonly Gen<HandValue> Value = Gen.Select(
        Json,
        Optional(Text),
        Optional(Text),
        Gen.Nullable(Gen.Long),
        (val, currency, type, size) => new HandValue(val, currency, type, size));

    public static readonly Gen<HandCol> Col = Gen.Select(Id, Value, (field, value) => new HandCol(field, value));

    public static readonly Gen<HandRow> Row = Gen.Select(Id, Col.Array[0, 5], (id, cols) => new HandRow(id, cols));

    private static Gen<T?> Optional<T>(Gen<T> gen)
        where T : class => Gen.Select(Gen.Bool, gen, (there, value) => there ? value : null);

    private static JsonObject ToObject(IEnumerable<(string, JsonNode?)> members)
    {
        var result = new JsonObject();
        foreach (var (name, value) in members)
        {
            result[name] = value?.DeepClone();
        }

        return result;
    }
}
