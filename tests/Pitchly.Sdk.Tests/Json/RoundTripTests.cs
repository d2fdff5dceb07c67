using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CsCheck;
using Pitchly.Data;
using Pitchly.Json;
using Pitchly.OAuth;
using Pitchly.Plugins;
using Pitchly.Workspaces;
using Record = Pitchly.Workspaces.Record;

namespace Pitchly.Sdk.Tests.Json;

/// <summary>
/// Tests that every type of the shipped schemas reads what JsonSerializer writes with a handwritten contract, and vice versa.
/// </summary>
public sealed class RoundTripTests
{
    private static readonly JsonSerializerOptions ByHand =
        new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly JsonSerializerOptions Generated = new()
    {
        TypeInfoResolverChain =
        {
            AppJsonResolver.Default,
            OAuthJsonResolver.Default,
            DataJsonResolver.Default,
            PluginJsonResolver.Default,
            WorkspacesJsonResolver.Default
        },
    };

    private static readonly Dictionary<Type, Action> Checks = new()
    {
        [typeof(OrganizationId)] = () => Check<string, OrganizationId>(HandwrittenValues.Id),
        [typeof(DatabaseId)] = () => Check<string, DatabaseId>(HandwrittenValues.Id),
        [typeof(RowId)] = () => Check<string, RowId>(HandwrittenValues.Id),
        [typeof(UserId)] = () => Check<string, UserId>(HandwrittenValues.Id),
        [typeof(AppId)] = () => Check<string, AppId>(HandwrittenValues.Id),
        [typeof(FieldId)] = () => Check<string, FieldId>(HandwrittenValues.Id),
        [typeof(FieldType)] = () => Check<string, FieldType>(HandwrittenValues.Text),
        [typeof(Filter)] = () => Check<JsonElement, Filter>(HandwrittenValues.Object),
        [typeof(PitchlyError)] = () => Check<HandError, PitchlyError>(HandwrittenValues.Error),
        [typeof(ConnectSuccess)] = () => Check<HandSuccess, ConnectSuccess>(HandwrittenValues.Success),
        [typeof(ConnectFailure)] = () => Check<HandFailure, ConnectFailure>(HandwrittenValues.Failure),
        [typeof(ConnectResponse)] = () =>
        {
            Check<HandSuccess, ConnectResponse>(HandwrittenValues.Success);
            Check<HandFailure, ConnectResponse>(HandwrittenValues.Failure);
        },
        [typeof(ReadyMessage)] = () => Check<HandReady, ReadyMessage>(HandwrittenValues.Ready),
        [typeof(AccessTokenRequest)] = () =>
            Check<HandTokenRequest, AccessTokenRequest>(HandwrittenValues.Id.Select(app => new HandTokenRequest(app))),
        [typeof(AuthorizationCodeGrant)] = () => Check<HandCodeGrant, AuthorizationCodeGrant>(HandwrittenValues.CodeGrant),
        [typeof(RefreshTokenGrant)] = () => Check<HandRefreshGrant, RefreshTokenGrant>(HandwrittenValues.RefreshGrant),
        [typeof(ClientCredentialsGrant)] = () => Check<HandAppGrant, ClientCredentialsGrant>(HandwrittenValues.AppGrant),
        [typeof(TokenResponse)] = () => Check<HandTokens, TokenResponse>(HandwrittenValues.Tokens),
        [typeof(OAuthError)] = () => Check<HandOAuthError, OAuthError>(HandwrittenValues.OAuthError),
        [typeof(Database)] = () => Check<HandDatabase, Database>(HandwrittenValues.Database),
        [typeof(Field)] = () => Check<HandField, Field>(HandwrittenValues.Field),
        [typeof(SavedFilter)] = () => Check<HandSavedFilter, SavedFilter>(HandwrittenValues.SavedFilter),
        [typeof(Template)] = () => Check<HandTemplate, Template>(HandwrittenValues.Template),
        [typeof(Row)] = () => Check<HandRow, Row>(HandwrittenValues.Row),
        [typeof(Col)] = () => Check<HandCol, Col>(HandwrittenValues.Col),
        [typeof(FieldValue)] = () => Check<HandValue, FieldValue>(HandwrittenValues.Value),
        [typeof(RowInput)] = () => Check<HandRowInput, RowInput>(HandwrittenValues.Col.Array[0, 5].Select(cols => new HandRowInput(cols))),
        [typeof(WrittenRow)] = () => Check<HandWrittenRow, WrittenRow>(HandwrittenValues.Id.Select(id => new HandWrittenRow(id))),
        [typeof(WorkspaceId)] = () => Check<string, WorkspaceId>(HandwrittenValues.Id),
        [typeof(TableId)] = () => Check<string, TableId>(HandwrittenValues.Id),
        [typeof(TableFieldId)] = () => Check<string, TableFieldId>(HandwrittenValues.Id),
        [typeof(RecordId)] = () => Check<string, RecordId>(HandwrittenValues.Id),
        [typeof(PersonId)] = () => Check<string, PersonId>(HandwrittenValues.Id),
        [typeof(WorkspaceMessage)] = () =>
            Check<HandWorkspaceMessage, WorkspaceMessage>(HandwrittenValues.Id.Select(id => new HandWorkspaceMessage(id))),
        [typeof(TableMessage)] = () => Check<HandTableMessage, TableMessage>(HandwrittenValues.Id.Select(id => new HandTableMessage(id))),
        [typeof(ActiveCellMessage)] = () => Check<HandActiveCell, ActiveCellMessage>(Gen.Select(
            HandwrittenValues.Id, HandwrittenValues.Id, (field, row) => new HandActiveCell(field, row))),
        [typeof(FocusMessage)] = () => Check<HandFocus, FocusMessage>(Gen.Bool.Select(isFocused => new HandFocus(isFocused))),
        [typeof(PersonMessage)] = () => Check<HandPerson, PersonMessage>(HandwrittenValues.Id.Select(id => new HandPerson(id))),
        [typeof(UpdatedDatabase)] = () => Check<HandUpdatedDatabase, UpdatedDatabase>(HandwrittenWorkspaces.UpdatedDatabase),
        [typeof(Viewer)] = () => Check<HandViewer, Viewer>(HandwrittenWorkspaces.Viewer),
        [typeof(Person)] = () => Check<HandMember, Person>(HandwrittenWorkspaces.Member),
        [typeof(Organization)] = () => Check<HandId, Organization>(HandwrittenWorkspaces.WithId),
        [typeof(Workspace)] = () => Check<HandWorkspace, Workspace>(HandwrittenWorkspaces.Workspace),
        [typeof(Table)] = () => Check<HandTable, Table>(HandwrittenWorkspaces.Table),
        [typeof(TableFields)] = () => Check<HandTableFields, TableFields>(HandwrittenWorkspaces.TableFields),
        [typeof(TableField)] = () => Check<HandTableField, TableField>(HandwrittenWorkspaces.TableField),
        [typeof(TableFieldType)] = () => Check<string, TableFieldType>(HandwrittenValues.Text),
        [typeof(RecordsConnection)] = () => Check<HandConnection, RecordsConnection>(HandwrittenWorkspaces.Connection),
        [typeof(RecordEdge)] = () => Check<HandEdge, RecordEdge>(HandwrittenWorkspaces.Edge),
        [typeof(Record)] = () => Check<HandRecord, Record>(HandwrittenWorkspaces.Record),
        [typeof(RecordField)] = () => Check<HandRecordField, RecordField>(HandwrittenWorkspaces.RecordField),
        [typeof(RecordValue)] = () => Check<HandRecordValue, RecordValue>(HandwrittenWorkspaces.RecordValue),
        [typeof(StringValue)] = () => Check<JsonElement, StringValue>(HandwrittenWorkspaces.StringValue),
        [typeof(RecordFilter)] = () => Check<HandFilter, RecordFilter>(HandwrittenWorkspaces.Filter),
        [typeof(ConditionGroup)] = () => Check<HandGroup, ConditionGroup>(HandwrittenWorkspaces.Group),
        [typeof(FieldCondition)] = () => Check<HandCondition, FieldCondition>(HandwrittenWorkspaces.Condition),
        [typeof(FilterField)] = () => Check<HandFilterField, FilterField>(HandwrittenWorkspaces.FilterField),
        [typeof(FilterComparison)] = () => Check<HandComparison, FilterComparison>(HandwrittenWorkspaces.Comparison),
        [typeof(FilterOperator)] = () => Check<string, FilterOperator>(HandwrittenValues.Text),
        [typeof(FilterInput)] = () => Check<HandInput, FilterInput>(HandwrittenWorkspaces.Input),
        [typeof(UpdateRecordInput)] = () => Check<HandUpdate, UpdateRecordInput>(HandwrittenWorkspaces.Update),
        [typeof(RecordFieldInput)] = () => Check<HandFieldInput, RecordFieldInput>(HandwrittenWorkspaces.FieldInput),
        [typeof(UpdatedRecord)] = () => Check<HandId, UpdatedRecord>(HandwrittenWorkspaces.WithId),
        [typeof(FilterConditionOther)] = () => Check<JsonElement, FilterConditionOther>(HandwrittenValues.Object),
        [typeof(FilterCondition)] = () =>
        {
            Check<HandCondition, FilterCondition>(HandwrittenWorkspaces.Condition);
            Check<HandGroup, FilterCondition>(HandwrittenWorkspaces.Group);
        },
        [typeof(JsonText)] = () => Check<JsonElement, JsonText>(HandwrittenValues.Json),
    };

    public static TheoryData<string> TypeNames => [.. Checks.Keys.Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void Type_matches_its_handwritten_contract(string name) => Checks.Single(check => check.Key.Name == name).Value();

    [Fact]
    public void Every_type_has_a_handwritten_contract() => Assert.Equal(
        typeof(RowId).Assembly.GetExportedTypes().Where(type => !type.IsInterface && type.GetInterfaces().Any(face => face.IsGenericType
            && face.GetGenericTypeDefinition() == typeof(IPitchlyJson<>))).Select(type => type.Name).Order(),
        Checks.Keys.Select(type => type.Name).Order());

    [Fact]
    public void No_type_prints_its_secrets()
    {
        var secret = new PitchlySecret("hush-hush");
        var (app, organization) = (new AppId("app1"), new OrganizationId("org1"));
        Assert.All(
            (object[])
            [
                new ConnectSuccess { AccessToken = secret, AccessTokenExpiresAt = default, OrganizationId = organization },
                (ConnectResponse)new ConnectSuccess { AccessToken = secret, AccessTokenExpiresAt = default, OrganizationId = organization },
                new AuthorizationCodeGrant
                {
                    AppId = app, AppSecret = secret, Code = secret, CodeVerifier = secret, RedirectUri = new Uri("https://a.example")
                },
                new RefreshTokenGrant { AppId = app, AppSecret = secret, RefreshToken = secret },
                new ClientCredentialsGrant { AppId = app, AppSecret = secret, OrganizationId = organization },
                new TokenResponse { AccessToken = secret, RefreshToken = secret },
                new AccessToken(secret, default),
            ],
            value => Assert.DoesNotContain("hush", value.ToString(), StringComparison.Ordinal));
    }

    private static void Check<THand, T>(Gen<THand> values)
        where T : IPitchlyJson<T> => values.Sample(
        hand =>
        {
            var byHand = JsonSerializer.Serialize(hand, ByHand);
            var value = Read<T>(byHand);
            var generated = JsonText.From(value).ToString();

            Assert.Equal(Canonical(byHand), Canonical(generated));
            Assert.Equal(byHand, JsonSerializer.Serialize(JsonSerializer.Deserialize<THand>(generated, ByHand), ByHand));
            if (typeof(T) != typeof(JsonText))
            {
                Assert.Equal(
                    Canonical(generated), Canonical(JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(byHand, Generated), Generated)));
                Assert.Equal(
                    $"[{Canonical(generated)}]",
                    Canonical(JsonSerializer.Serialize(JsonSerializer.Deserialize<List<T>>($"[{byHand}]", Generated), Generated)));
            }
        },
        seed: "0000KDcGkz41",
        iter: 200);

    private static T Read<T>(string json)
        where T : IPitchlyJson<T>
    {
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json));
        reader.Read();
        return T.ReadJson(ref reader);
    }

    /// <summary>Returns the same JSON with uniform escapes.</summary>
    private static string Canonical(string json) => JsonSerializer.Serialize(JsonElement.Parse(json), ByHand);
}
