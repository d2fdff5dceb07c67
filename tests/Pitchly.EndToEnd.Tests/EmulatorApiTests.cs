using System.Text.Json.Nodes;
using EmulatorApi;
using Pitchly.Emulator;
using Pitchly.Http;
using Pitchly.Json;

namespace Pitchly.EndToEnd.Tests;

/// <summary>Tests that a client generated from the emulator's published OpenAPI document can make every call in it.</summary>
public sealed class EmulatorApiTests : IAsyncLifetime
{
    private PitchlyEmulator _emulator = null!;
    private HttpClient _http = null!;
    private EmulatorClient _client = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private PitchlySecret AppSecret => new(File.ReadAllText(_emulator.AppSecretPath));

    public async ValueTask InitializeAsync()
    {
        _emulator = await PitchlyEmulator.StartAsync(cancellationToken: Cancellation);
        _http = new LongTimeoutHttpClient { BaseAddress = _emulator.Origin };
        _client = new EmulatorClient(_http, app: new PitchlyBasicCredential(_emulator.AppId, AppSecret));
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _emulator.DisposeAsync();
    }

    [Fact]
    public async Task Published_document_matches_the_client()
    {
        var published = JsonNode.Parse(await _http.GetStringAsync("emulator/openapi.json", Cancellation))!;

        var operations = published["paths"]!.AsObject()
            .SelectMany(path => path.Value!.AsObject())
            .Select(method => (string)method.Value!["operationId"]!);
        foreach (var operation in operations)
        {
            var method = char.ToUpperInvariant(operation[0]) + operation[1..] + "Async";
            Assert.NotNull(typeof(EmulatorClient).GetMethod(method));
        }
    }

    [Fact]
    public async Task User_actions_return_the_page_state()
    {
        var row = (await _client.ActAsync(new UserAct(), Cancellation)).Selection;
        Assert.Empty(row);

        var shown = await _client.ActAsync(
            new UserAct { Selection = ["a", "b"], ShowSelected = true, Filter = JsonText.Parse("{\"x\":1}") }, Cancellation);
        Assert.Equal(["a", "b"], shown.Selection);
        Assert.True(shown.ShowSelected);
        var ticked = await _client.ActAsync(new UserAct { Tick = new() { RowId = "b", IsSelected = false } }, Cancellation);
        Assert.Equal(["a"], ticked.Selection);

        await _client.ResetAsync(Cancellation);
        Assert.Empty((await _client.ActAsync(new UserAct(), Cancellation)).Selection);
    }

    [Fact]
    public async Task Faults_apply_and_invalid_requests_are_refused()
    {
        await _client.OrderAsync(
            new FaultOrder { Path = "/.well-known/oauth-authorization-server", Kind = FaultOrderKind.Status, Status = 503 }, Cancellation);
        await Assert.ThrowsAnyAsync<PitchlyException>(async () => await _client.GetMetadataAsync(Cancellation));
        Assert.Equal(_emulator.Origin, (await _client.GetMetadataAsync(Cancellation)).Issuer);

        await _client.OrderAsync(new FaultOrder { Tokens = FaultOrderTokens.Revoke }, Cancellation);
        var refused = await Assert.ThrowsAsync<PitchlyHttpException<Refusal>>(
            async () => await _client.OrderAsync(
                new FaultOrder { Path = "/graphql", Kind = FaultOrderKind.Drop, Times = 0 }, Cancellation));
        Assert.Equal(("bad-request", 400), (refused.Failure.Name, refused.Failure.Code));
    }

    [Fact]
    public async Task Tokens_are_issued_used_and_revoked()
    {
        var tokens = await _client.RequestTokenAsync(
            new() { GrantType = RequestTokenRequestGrantType.ClientCredentials, OrganizationId = _emulator.User.OrganizationId },
            Cancellation);
        Assert.Equal("Bearer", tokens.TokenType);

        var answer = await _client.QueryAsync(new() { Query = "{ __typename }" }, Cancellation);
        Assert.Equal("{\"__typename\":\"Query\"}", answer.Data!.Value.ToString());

        await _client.RevokeTokenAsync(new() { Token = tokens.AccessToken }, Cancellation);
        var refused = await Assert.ThrowsAsync<PitchlyHttpException<OAuthError>>(async () =>
            await _client.RequestTokenAsync(new() { GrantType = RequestTokenRequestGrantType.RefreshToken }, Cancellation));
        Assert.Equal("invalid_request", refused.Failure.Error);
    }

    [Fact]
    public async Task Clock_installation_and_database_can_be_changed()
    {
        await _client.AdvanceClockAsync(new() { AdvanceSeconds = 3600 }, Cancellation);
        await _client.RevokeInstallationAsync(new(), Cancellation);
        await _client.ChangeDatabaseAsync(new() { Id = _emulator.User.DatabaseId, Name = "Renamed" }, Cancellation);
        await _client.ChangeDatabaseAsync(
            new() { Id = _emulator.User.DatabaseId, Field = new() { Name = "New", Type = "number" } }, Cancellation);

        await Assert.ThrowsAsync<PitchlyHttpException<Refusal>>(
            async () => await _client.ChangeDatabaseAsync(new() { Id = "nobody", Name = "x" }, Cancellation));
    }
}
