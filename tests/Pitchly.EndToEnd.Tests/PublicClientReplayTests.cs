using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Pitchly.Emulator;
using Pitchly.EndToEnd.Tests.Scripts;
using Pitchly.Http;
using Pitchly.Json;
using Pitchly.OAuth;
using Pitchly.Plugins;
using Pitchly.Subscriptions;
using Pitchly.Workspaces;
using Watch;

namespace Pitchly.EndToEnd.Tests;

/// <summary>
/// Tests that the SDK sends the same requests as Pitchly's own public clients. A script repeats the requests of these clients, the SDK
/// makes the same calls, and the tests compare the requests and the responses.
/// </summary>
public sealed class PublicClientReplayTests : IAsyncLifetime
{
    private static readonly Uri RedirectUri = new("https://app.example/callback");

    private readonly RecordingHandler _recorder = new();
    private readonly Dictionary<string, JsonElement> _steps = [];
    private PitchlyEmulator _emulator = null!;
    private HttpClient _http = null!;
    private FixedTokens _tokens = null!;
    private WorkspaceId _workspace;
    private TableId _table;
    private TableFieldId _field;
    private RecordId _record;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PitchlySecret AppSecret => new(File.ReadAllText(_emulator.AppSecretPath));

    private AppId AppId => new(_emulator.AppId);

    private OrganizationId OrganizationId => new(_emulator.User.OrganizationId);

    private DatabaseId DatabaseId => new(_emulator.User.DatabaseId);

    private PitchlyWorkspacesClient Workspaces => new(_http, _tokens);

    private PitchlyOAuthClient OAuth => new(_http);

    public async ValueTask InitializeAsync()
    {
        _emulator = await PitchlyEmulator.StartAsync(new EmulatorOptions { RedirectUris = [RedirectUri] }, Cancellation);
        _http = new LongTimeoutHttpClient(_recorder) { BaseAddress = _emulator.Origin };
        var token = await OAuth.RequestAppTokenAsync(
            new ClientCredentialsGrant { AppId = AppId, AppSecret = AppSecret, OrganizationId = OrganizationId }, Cancellation);
        _tokens = new FixedTokens(token.AccessToken.Reveal());
        _workspace = new WorkspaceId("wks" + OrganizationId);
        _table = new TableId($"{_workspace}|tbl{DatabaseId}");
        _field = (await Workspaces.GetTableAsync(_table, Cancellation))!.Fields[0].Id;
        _record = (await Workspaces.GetRecordsAsync(_table, cancellationToken: Cancellation)).Edges[0].Node.Id;
        _recorder.Requests.Clear();
        await ReplayAsync(token.AccessToken.Reveal());
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Token_requests_have_the_same_fields()
    {
        var pkce = PkceChallenge.Create();
        using var redirect = await _http.GetAsync(OAuth.AuthorizeUri(AppId, "state", pkce.Challenge, RedirectUri), Cancellation);
        var code = new PitchlySecret(QueryHelpers.ParseQuery(redirect.Headers.Location!.Query)["code"]!);
        var tokens = await OAuth.RedeemCodeAsync(
            new AuthorizationCodeGrant
            {
                AppId = AppId,
                AppSecret = AppSecret,
                Code = code,
                RedirectUri = RedirectUri,
                CodeVerifier = pkce.Verifier
            },
            Cancellation);
        await OAuth.RefreshAsync(
            new RefreshTokenGrant { AppId = AppId, AppSecret = AppSecret, RefreshToken = tokens.RefreshToken!, Scope = "" }, Cancellation);
        await OAuth.RequestAppTokenAsync(
            new ClientCredentialsGrant { AppId = AppId, AppSecret = AppSecret, OrganizationId = OrganizationId }, Cancellation);

        foreach (var (name, request) in new[] { "code", "refresh", "app" }.Zip(_recorder.Requests))
        {
            AssertSameHeaders(name, request);
            Assert.Equal(Fields(_steps[name].GetProperty("body").GetString()!), Fields(request.Body));
        }

        var theirs = _steps["code"].GetProperty("got");
        Assert.Equal(theirs.GetProperty("scope").GetString(), tokens.Scope);
        Assert.Equal(theirs.GetProperty("expires_in").GetInt32(), tokens.ExpiresIn);
    }

    [Fact]
    public async Task Identity_requests_and_responses_are_the_same()
    {
        var organization = await Workspaces.GetOrganizationAsync(Cancellation);
        var viewer = await Workspaces.GetViewerAsync(Cancellation);

        AssertSame("identity");
        var got = Data("identity");
        Assert.Equal(got.GetProperty("organization").GetProperty("id").GetString(), organization.Id.Value);
        Assert.Equal(got.GetProperty("viewer").GetProperty("tier").GetString(), viewer.Tier);
        Assert.Equal(got.GetProperty("viewer").GetProperty("person").ValueKind == JsonValueKind.Null, viewer.Person is null);
    }

    [Fact]
    public async Task Workspace_and_table_requests_are_the_same()
    {
        var workspace = await Workspaces.GetWorkspaceAsync(_workspace, Cancellation);
        AssertSame("workspace");
        Assert.Equal(
            Texts(Data("workspace").GetProperty("workspace").GetProperty("tables"), "id"),
            workspace!.Tables.Select(table => table.Id.Value));

        _recorder.Requests.Clear();
        var table = await Workspaces.GetTableAsync(_table, Cancellation);
        AssertSame("table");
        Assert.Equal(
            Texts(Data("table").GetProperty("table").GetProperty("fields"), "type"),
            table!.Fields.Select(field => field.Type.Value));
    }

    [Fact]
    public async Task Records_are_requested_with_the_same_filter()
    {
        var contains = FilterCondition.FromFieldCondition(Condition(FilterOperator.Contains, JsonText.FromString("Project")));
        var hasValue = FilterCondition.FromFieldCondition(Condition(FilterOperator.HasAnyValue, null));
        var group = FilterCondition.FromConditionGroup(new ConditionGroup { Conditions = [hasValue] });
        var filter = new RecordFilter { Conditions = [contains, group] };
        var records = await Workspaces.GetRecordsAsync(_table, filter, Cancellation);

        AssertSame("records");
        var got = Data("records").GetProperty("recordsConnection").GetProperty("edges").EnumerateArray()
            .Select(edge => edge.GetProperty("node"))
            .ToList();
        Assert.NotEmpty(got);
        Assert.Equal(got.Select(node => node.GetProperty("id").GetString()), records.Edges.Select(edge => edge.Node.Id.Value));
        Assert.Equal(
            got.SelectMany(node => node.GetProperty("fields").EnumerateArray())
                .Select(cell => cell.GetProperty("value").GetProperty("val").GetRawText()),
            records.Edges.SelectMany(edge => edge.Node.Fields).Select(cell => cell.Value!.Val!.ToString()));
    }

    [Fact]
    public async Task Record_updates_are_the_same()
    {
        var value = new RecordFieldInput { FieldId = _field, Value = new RecordValue { Val = JsonText.FromString("Project Replay") } };
        var updated = await Workspaces.UpdateRecordsAsync(_table, [new UpdateRecordInput { Id = _record, Fields = [value] }], Cancellation);

        AssertSame("update");
        Assert.Equal([_record], updated.Select(record => record.Id));
        Assert.Equal(_record.Value, Data("update").GetProperty("updateRecords")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task Invalid_token_has_the_same_error_code()
    {
        var refused = await Assert.ThrowsAsync<PitchlyException>(
            () => new PitchlyWorkspacesClient(_http, new FixedTokens("plyu_bad")).GetOrganizationAsync(Cancellation).AsTask());

        var theirs = _steps["refused"].GetProperty("got").GetProperty("errors")[0].GetProperty("extensions");
        Assert.Equal(theirs.GetProperty("code").GetString(), refused.Error.Name);
    }

    [Fact]
    public async Task Subscription_start_and_refusal_are_the_same()
    {
        var (first, _) = await SubscribeAsync(_tokens);
        var theirs = _steps["subscription"].GetProperty("sent").EnumerateArray().ToList();

        Assert.True(JsonElement.DeepEquals(theirs[0], JsonElement.Parse(first[0])));
        Assert.Equal(theirs[1].GetProperty("type").GetString(), JsonElement.Parse(first[1]).GetProperty("type").GetString());
        Assert.Equal(RootFields.Of(theirs[1].GetProperty("payload")), RootFields.Of(JsonElement.Parse(first[1]).GetProperty("payload")));

        var (_, refusal) = await SubscribeAsync(new FixedTokens("plyu_bad"));
        Assert.Equal(_steps["subscription refused"].GetProperty("got").GetInt32(), refusal!.Error.Code);
    }

    private async Task ReplayAsync(string token)
    {
        await using var script = NodeScript.Start("replay.mjs", new
        {
            origin = _emulator.Origin.GetLeftPart(UriPartial.Authority),
            appId = AppId.Value,
            secret = AppSecret.Reveal(),
            redirectUri = RedirectUri.OriginalString,
            organization = OrganizationId.Value,
            workspace = _workspace.Value,
            table = _table.Value,
            record = _record.Value,
            field = _field.Value,
            database = DatabaseId.Value,
            token,
        });
        foreach (var step in (await script.ReadAsync()).EnumerateArray())
        {
            _steps.Add(step.GetProperty("name").GetString()!, step);
        }
    }

    /// <summary>Subscribes until the first event arrives or the server refuses the subscription.</summary>
    private async Task<(List<string> Sent, PitchlyException? Refusal)> SubscribeAsync(FixedTokens tokens)
    {
        RecordingSocket? recorded = null;
        var options = new PitchlyHttpOptions();
        options.Subscriptions.Connect = async (address, cancellationToken) =>
        {
            var socket = new ClientWebSocket();
            socket.Options.AddSubProtocol(PitchlySubscriptionOptions.SubProtocol);
            await socket.ConnectAsync(address, cancellationToken);
            return recorded = new RecordingSocket(socket);
        };
        var watch = new WatchClient(_http, tokens, options);
        await using var events = watch.RowsChangedAsync(DatabaseId, Cancellation).GetAsyncEnumerator(Cancellation);
        try
        {
            Assert.True(await events.MoveNextAsync());
            return ([.. recorded!.Sent], null);
        }
        catch (PitchlyException refusal)
        {
            return ([.. recorded!.Sent], refusal);
        }
    }

    /// <summary>Compares the SDK's recorded requests with a step of the script.</summary>
    private void AssertSame(string name)
    {
        Assert.All(_recorder.Requests, request => AssertSameHeaders(name, request));
        Assert.Equal(
            RootFields.Of(JsonElement.Parse(_steps[name].GetProperty("body").GetString()!)),
            _recorder.Requests.SelectMany(request => RootFields.Of(JsonElement.Parse(request.Body))).Order(StringComparer.Ordinal));
    }

    private void AssertSameHeaders(string name, (string Path, Dictionary<string, string> Headers, string Body) request)
    {
        Assert.Equal(_steps[name].GetProperty("path").GetString(), request.Path);
        Assert.All(
            _steps[name].GetProperty("headers").EnumerateObject(),
            header => Assert.Equal(header.Value.GetString(), request.Headers.GetValueOrDefault(header.Name)));
    }

    /// <summary>Returns the fields of a form, without the values that are new each time.</summary>
    private static IEnumerable<string> Fields(string form) => QueryHelpers.ParseQuery(form)
        .Select(field => field.Key is "code" or "code_verifier" or "refresh_token" ? field.Key : $"{field.Key}={field.Value}")
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string?> Texts(JsonElement list, string member) =>
        list.EnumerateArray().Select(item => item.GetProperty(member).GetString());

    private JsonElement Data(string name) => _steps[name].GetProperty("got").GetProperty("data");

    private FieldCondition Condition(FilterOperator op, JsonText? value) => new()
    {
        Left = new FilterField { Value = _field },
        Comparison = new FilterComparison { Operator = op },
        Right = value is { } text ? new FilterInput { Value = text } : null,
    };
}
