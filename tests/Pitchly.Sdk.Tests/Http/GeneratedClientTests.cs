using System.Text.Json.Nodes;
using Kitchen.Sink;
using Microsoft.Extensions.DependencyInjection;
using Pitchly.Http;
using Pitchly.OAuth;

namespace Pitchly.Sdk.Tests.Http;

/// <summary>Tests generated clients over real HTTP.</summary>
public sealed class GeneratedClientTests : IAsyncLifetime
{
    private LoopbackServer _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await LoopbackServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Parameters_and_token_are_sent_in_their_locations()
    {
        _server.ResponseText = "[]";
        var dishes = await Menu().ListAsync(
            7, new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(-6)), Course.Dessert, ["a b", "c&d"], Guid.Empty, Cancellation);
        Assert.Empty(dishes);
        Assert.Equal(
            "GET /menus/7/dishes?since=2026-01-02T03%3A04%3A05.0000000-06%3A00&course=dessert&tag=a%20b&tag=c%26d", _server.Request);
        Assert.Equal(Guid.Empty.ToString(), _server.Headers!["X-Trace"]);
        Assert.Equal("Bearer the-token", _server.Headers.Authorization);
    }

    [Fact]
    public async Task Token_is_sent_with_the_schemas_scheme()
    {
        await new Places.BotClient(_server.Client(), new FixedToken()).PingAsync(Cancellation);
        Assert.Equal("Bot the-token", _server.Headers!.Authorization);

        var pipeline = new PitchlyHttpPipeline(_server.Client(), new FixedToken());
        Assert.Equal("Bearer", pipeline.AuthorizationScheme);
        Assert.Throws<FormatException>(
            () => new PitchlyHttpPipeline(_server.Client(), new FixedToken()) { AuthorizationScheme = "Two words" });
    }

    [Fact]
    public async Task Missing_parameters_are_omitted()
    {
        _server.ResponseText = "[]";
        await Menu().ListAsync(7, DateTimeOffset.UnixEpoch, cancellationToken: Cancellation);
        Assert.Equal("GET /menus/7/dishes?since=1970-01-01T00%3A00%3A00.0000000%2B00%3A00", _server.Request);
        Assert.False(_server.Headers!.ContainsKey("X-Trace"));
    }

    [Fact]
    public async Task JSON_body_is_sent_and_its_response_is_read()
    {
        _server.Status = 201;
        _server.ResponseText = "\"d9\"";
        Assert.Equal(new DishId("d9"), await Menu().AddAsync(Kitchens.Dish("Soup"), Cancellation));
        Assert.Equal("Soup", (string?)JsonNode.Parse(_server.Body!)!["name"]);
        Assert.Equal("application/json", _server.Headers!.ContentType);
    }

    [Fact]
    public async Task Form_has_the_set_fields_and_full_secrets()
    {
        await Menu().LoginAsync(new MenuLoginRequest { User = "Ada & Co", Password = new PitchlySecret("s=cret") }, Cancellation);
        Assert.Equal("user=Ada+%26+Co&password=s%3Dcret", _server.Body);
    }

    [Fact]
    public async Task Path_parameters_are_escaped()
    {
#pragma warning disable CS0618 // The endpoint is deprecated on purpose.
        await Menu().RemoveAsync(new DishId("a/b?c"), Cancellation);
#pragma warning restore CS0618
        Assert.Equal("DELETE /dishes/a%2Fb%3Fc", _server.Request);
    }

    [Fact]
    public void Navigation_endpoint_returns_an_address() =>
        Assert.Equal(new Uri(_server.Origin, "/visit?from=x%20y&v=1"), Menu().VisitUri("x y"));

    [Fact]
    public async Task Failure_described_in_the_schema_is_typed()
    {
        (_server.Status, _server.ResponseText) = (429, """{"message":"Slow down."}""");
        _server.ResponseHeaders["Retry-After"] = "7";
        var error = await Assert.ThrowsAsync<PitchlyHttpException<Problem>>(() => Menu()
            .ListAsync(1, default, cancellationToken: Cancellation)
            .AsTask());
        Assert.Equal("Slow down.", error.Failure.Message);
        Assert.Equal(429, error.Error.Code);
        Assert.True(error.Error.IsTransient);
        Assert.Equal(TimeSpan.FromSeconds(7), error.RetryAfter);
    }

    [Theory]
    [InlineData(502, "<html>Bad gateway</html>", "http-502")]
    [InlineData(499, "", "http-499")]
    [InlineData(200, "<html>Welcome</html>", PitchlyErrorNames.UnexpectedResponse)]
    [InlineData(200, "", PitchlyErrorNames.UnexpectedResponse)]
    [InlineData(200, """[{"_id":"d1"}]""", PitchlyErrorNames.UnexpectedResponse)]
    public async Task Invalid_response_is_a_typed_error(int status, string answer, string name)
    {
        (_server.Status, _server.ResponseText, _server.ContentType) = (status, answer, "text/html");
        var error =
            await Assert.ThrowsAnyAsync<PitchlyException>(() => Menu().ListAsync(1, default, cancellationToken: Cancellation).AsTask());
        Assert.Equal(name, error.Error.Name);
        Assert.DoesNotContain(" .", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_of_an_unreachable_server_names_it()
    {
        var origin = _server.Origin;
        await _server.DisposeAsync();
        using var http = new LongTimeoutHttpClient { BaseAddress = origin };
        var error = await Assert.ThrowsAsync<PitchlyException>(() => new MenuClient(http, new FixedToken())
            .ListAsync(1, default, cancellationToken: Cancellation)
            .AsTask());
        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
        Assert.Contains(origin.GetLeftPart(UriPartial.Authority), error.Message, StringComparison.Ordinal);
        await InitializeAsync();
    }

    [Fact]
    public async Task Canceled_call_throws_OperationCanceledException()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Menu()
            .ListAsync(1, default, cancellationToken: cancelled.Token)
            .AsTask());
    }

    [Fact]
    public async Task GraphQL_sends_variables_and_selects_the_fields_of_the_type()
    {
        _server.ResponseText = """{"data":{"dishes":[{"_id":"d1","name":null}]}}""";
        var dishes = await Store().DishesAsync([new DishId("d1")], cancellationToken: Cancellation);
        Assert.Equal(new DishId("d1"), Assert.Single(dishes).Id);
        var body = JsonNode.Parse(_server.Body!)!;
        Assert.Equal("POST /api/graphql", _server.Request);
        Assert.Equal("dishes", (string?)body["operationName"]);
        Assert.Equal(
            "query dishes($token: String!, $ids: [ID!]!, $first: Int) { dishes(token: $token, ids: $ids, first: $first) { _id name } }",
            (string?)body["query"]);
        Assert.Equal("""{"token":"the-token","ids":["d1"]}""", body["variables"]!.ToJsonString());
        Assert.False(_server.Headers!.ContainsKey("Authorization"));
    }

    [Theory]
    [InlineData(
        """
        {"errors":[{"message":"An error has occurred","name":"GQLError","time_thrown":"2019-11-03T20:26:12.651Z",
          "data":{"error":"not-authorized","reason":"This app does not have permission to perform this action."}}],"data":null}
        """,
        "not-authorized", "This app does not have permission to perform this action.")]
    [InlineData("""
        {"errors":[{"message":"Who are you?","extensions":{"code":"UNAUTHENTICATED"}}],"data":null}
        """, "UNAUTHENTICATED", "Who are you?")]
    [InlineData("""{"data":{"dishes":null},"errors":[{"message":"Half an answer."}]}""", "graphql-error", "Half an answer.")]
    [InlineData(
        """{"data":{}}""",
        PitchlyErrorNames.UnexpectedResponse,
        "The response to dishes does not match the schema. dishes: the response has no data.dishes.")]
    [InlineData(
        """{"data":{"dishes":null}}""",
        PitchlyErrorNames.UnexpectedResponse,
        "The response to dishes does not match the schema. dishes: the response has no data.dishes.")]
    public async Task GraphQL_errors_of_both_generations_are_typed(string answer, string name, string reason)
    {
        _server.ResponseText = answer;
        var error = await Assert.ThrowsAnyAsync<PitchlyException>(() => Store().DishesAsync([], cancellationToken: Cancellation).AsTask());
        Assert.Equal((name, reason), (error.Error.Name, error.Error.Reason));
    }

    [Theory]
    [InlineData("null", null)]
    [InlineData("true", true)]
    public async Task A_nullable_GraphQL_result_may_be_null(string json, bool? expected)
    {
        _server.ResponseText = $$"""{ "data": { "removeDish": {{json}} } }""";
        Assert.Equal(expected, await Store().RemoveDishAsync(new DishId("d1"), Cancellation));
    }

    [Fact]
    public async Task OAuth_errors_become_typed_errors()
    {
        (_server.Status, _server.ResponseText) = (400, """{"error":"invalid_grant","error_description":"Used before."}""");
        using var http = _server.Client();
        var error = await Assert.ThrowsAsync<PitchlyHttpException<OAuthError>>(() => new PitchlyOAuthClient(http).RefreshAsync(
            new RefreshTokenGrant
            {
                AppId = new AppId("app1"),
                AppSecret = new PitchlySecret("hush"),
                RefreshToken = new PitchlySecret("r1")
            }, Cancellation).AsTask());
        Assert.Equal(new PitchlyError("invalid_grant", "Used before.", 400), error.Error);
        Assert.Equal("grant_type=refresh_token&client_id=app1&client_secret=hush&refresh_token=r1", _server.Body);
    }

    [Fact]
    public async Task The_extension_registers_clients_over_IHttpClientFactory()
    {
        _server.ResponseText = "[]";
        await using var services = new ServiceCollection()
            .AddSingleton<IAccessTokenProvider, FixedToken>()
            .AddMenuClient((_, http) => http.BaseAddress = _server.Origin).Services
            .AddKitchenCallbacks<Recorder>()
            .BuildServiceProvider();
        Assert.Empty(await services.GetRequiredService<MenuClient>().ListAsync(1, default, cancellationToken: Cancellation));
        Assert.IsType<Recorder>(services.GetRequiredService<IKitchenCallbacks>());
    }

    [Fact]
    public void Client_without_a_base_address_is_refused()
    {
        using var http = new LongTimeoutHttpClient();
        Assert.Contains(
            "BaseAddress", Assert.Throws<ArgumentException>(() => new PitchlyOAuthClient(http)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Methods_can_be_mocked()
    {
        var mock = new MockMenu();
        Assert.Equal(new DishId("mocked"), await mock.AddAsync(Kitchens.Dish("x"), Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => mock.ListAsync(1, default, cancellationToken: Cancellation).AsTask());
    }

    private MenuClient Menu() => new(_server.Client(), new FixedToken());

    private StoreClient Store() => new(_server.Client(), new FixedToken());

    private sealed class MockMenu : MenuClient
    {
        public override ValueTask<DishId> AddAsync(Dish? request, CancellationToken cancellationToken = default) =>
            new(new DishId("mocked"));
    }

    private sealed class FixedToken : IAccessTokenProvider
    {
        public ValueTask<AccessToken> GetAccessTokenAsync(CancellationToken cancellationToken = default) =>
            new(new AccessToken(new PitchlySecret("the-token"), DateTimeOffset.MaxValue));
    }
}
