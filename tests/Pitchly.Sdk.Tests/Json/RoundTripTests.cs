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
        [typeof(OrganizationId)] = () => Check<string, OrganizationId>(HandValues.Id),
        [typeof(DatabaseId)] = () => Check<string, DatabaseId>(HandValues.Id),
        [typeof(RowId)] = () => Check<string, RowId>(HandValues.Id),
        [typeof(UserId)] = () => Check<string, UserId>(HandValues.Id),
        [typeof(AppId)] = () => Check<string, AppId>(HandValues.Id),
        [typeof(FieldId)] = () => Check<string, FieldId>(HandValues.Id),
        [typeof(FieldType)] = () => Check<string, FieldType>(HandValues.Text),
        [typeof(Filter)] = () => Check<JsonElement, Filter>(HandValues.Object),
        [typeof(PitchlyError)] = () => Check<HandError, PitchlyError>(HandValues.Error),
        [typeof(ConnectSuccess)] = () => Check<HandSuccess, ConnectSuccess>(HandValues.Success),
        [typeof(ConnectFailure)] = () => Check<HandFailure, ConnectFailure>(HandValues.Failure),
        [typeof(ConnectResponse)] = () =>
        {
            Check<HandSuccess, ConnectResponse>(HandValues.Success);
            Check<HandFailure, ConnectResponse>(HandValues.Failure);
        },
        [typeof(ReadyMessage)] = () => Check<HandReady, ReadyMessage>(HandValues.Ready),
        [typeof(AccessTokenRequest)] = () =>
            Check<HandTokenRequest, AccessTokenRequest>(HandValues.Id.Select(app => new HandTokenRequest(app))),
        [typeof(AuthorizationCodeGrant)] = () => Check<HandCodeGrant, AuthorizationCodeGrant>(HandValues.CodeGrant),
        [typeof(RefreshTokenGrant)] = () => Check<HandRefreshGrant, RefreshTokenGrant>(HandValues.RefreshGrant),
        [typeof(ClientCredentialsGrant)] = () => Check<HandAppGrant, ClientCredentialsGrant>(HandValues.AppGrant),
        [typeof(TokenResponse)] = () => Check<HandTokens, TokenResponse>(HandValues.Tokens),
        [typeof(OAuthError)] = () => Check<HandOAuthError, OAuthError>(HandValues.OAuthError),
        [typeof(Database)] = () => Check<HandDatabase, Database>(HandValues.Database),
        [typeof(Field)] = () => Check<HandField, Field>(HandValues.Field),
        [typeof(SavedFilter)] = () => Check<HandSavedFilter, SavedFilter>(HandValues.SavedFilter),
        [typeof(Template)] = () => Check<HandTemplate, Template>(HandValues.Template),
        [typeof(Row)] = () => Check<HandRow, Row>(HandValues.Row),
        [typeof(Col)] = () => Check<HandCol, Col>(HandValues.Col),
        [typeof(FieldValue)] = () => Check<HandValue, FieldValue>(HandValues.Value),
        [typeof(RowInput)] = () => Check<HandRowInput, RowInput>(HandValues.Col.Array[0, 5].Select(cols => new HandRowInput(cols))),
        [typeof(WrittenRow)] = () => Check<HandWrittenRow, WrittenRow>(HandValues.Id.Select(id => new HandWrittenRow(id))),
        [typeof(WorkspaceId)] = () => Check<string, WorkspaceId>(HandValues.Id),
        [typeof(TableId)] = () => Check<string, TableId>(HandValues.Id),
        [typeof(TableFieldId)] = () => Check<string, TableFieldId>(HandValues.Id),
        [typeof(RecordId)] = () => Check<string, RecordId>(HandValues.Id),
        [typeof(PersonId)] = () => Check<string, PersonId>(HandValues.Id),
        [typeof(WorkspaceMessage)] = () =>
            Check<HandWorkspaceMessage, WorkspaceMessage>(HandValues.Id.Select(id => new HandWorkspaceMessage(id))),
        [typeof(TableMessage)] = () => Check<HandTableMessage, TableMessage>(HandValues.Id.Select(id => new HandTableMessage(id))),
        [typeof(ActiveCellMessage)] = () => Check<HandActiveCell, ActiveCellMessage>(Gen.Select(
            HandValues.Id, HandValues.Id, (field, row) => new HandActiveCell(field, row))),
        [typeof(FocusMessage)] = () => Check<HandFocus, FocusMessage>(Gen.Bool.Select(isFocused => new HandFocus(isFocused))),
        [typeof(PersonMessage)] = () => Check<HandPerson, PersonMessage>(HandValues.Id.Select(id => new HandPerson(id))),
        [typeof(UpdatedDatabase)] = () => Check<HandUpdatedDatabase, UpdatedDatabase>(HandWorkspaces.UpdatedDatabase),
        [typeof(Viewer)] = () => Check<HandViewer, Viewer>(HandWorkspaces.Viewer),
        [typeof(Person)] = () => Check<HandMember, Person>(HandWorkspaces.Member),
        [typeof(Organization)] = () => Check<HandId, Organization>(HandWorkspaces.WithId),
        [typeof(Workspace)] = () => Check<HandWorkspace, Workspace>(HandWorkspaces.Workspace),
        [typeof(Table)] = () => Check<HandTable, Table>(HandWorkspaces.Table),
        [typeof(TableFields)] = () => Check<HandTableFields, TableFields>(HandWorkspaces.TableFields),
        [typeof(TableField)] = () => Check<HandTableField, TableField>(HandWorkspaces.TableField),
        [typeof(TableFieldType)] = () => Check<string, TableFieldType>(HandValues.Text),
        [typeof(RecordsConnection)] = () => Check<HandConnection, RecordsConnection>(HandWorkspaces.Connection),
        [typeof(RecordEdge)] = () => Check<HandEdge, RecordEdge>(HandWorkspaces.Edge),
        [typeof(Record)] = () => Check<HandRecord, Record>(HandWorkspaces.Record),
        [typeof(RecordField)] = () => Check<HandRecordField, RecordField>(HandWorkspaces.RecordField),
        [typeof(RecordValue)] = () => Check<HandRecordValue, RecordValue>(HandWorkspaces.RecordValue),
        [typeof(StringValue)] = () => Check<JsonElement, StringValue>(HandWorkspaces.StringValue),
        [typeof(RecordFilter)] = () => Check<HandFilter, RecordFilter>(HandWorkspaces.Filter),
        [typeof(ConditionGroup)] = () => Check<HandGroup, ConditionGroup>(HandWorkspaces.Group),
        [typeof(FieldCondition)] = () => Check<HandCondition, FieldCondition>(HandWorkspaces.Condition),
        [typeof(FilterField)] = () => Check<HandFilterField, FilterField>(HandWorkspaces.FilterField),
        [typeof(FilterComparison)] = () => Check<HandComparison, FilterComparison>(HandWorkspaces.Comparison),
        [typeof(FilterOperator)] = () => Check<string, FilterOperator>(HandValues.Text),
        [typeof(FilterInput)] = () => Check<HandInput, FilterInput>(HandWorkspaces.Input),
        [typeof(UpdateRecordInput)] = () => Check<HandUpdate, UpdateRecordInput>(HandWorkspaces.Update),
        [typeof(RecordFieldInput)] = () => Check<HandFieldInput, RecordFieldInput>(HandWorkspaces.FieldInput),
        [typeof(UpdatedRecord)] = () => Check<HandId, UpdatedRecord>(HandWorkspaces.WithId),
        [typeof(FilterConditionOther)] = () => Check<JsonElement, FilterConditionOther>(HandValues.Object),
        [typeof(FilterCondition)] = () =>
        {
            Check<HandCondition, FilterCondition>(HandWorkspaces.Condition);
            Check<HandGroup, FilterCondition>(HandWorkspaces.Group);
        },
        [typeof(JsonText)] = () => Check<JsonElement, JsonText>(HandValues.Json),
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
