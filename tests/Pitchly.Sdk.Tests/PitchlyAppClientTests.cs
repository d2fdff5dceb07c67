
namespace Pitchly.Sdk.Tests;

/// <summary>Tests the features of the JavaScript SDK over an in-memory channel.</summary>
public sealed class PitchlyAppClientTests : IAsyncDisposable
{
    private const string AppId = "appGoodGoodGoodGood1";

    /// <summary>The guide's own example, with a later year.</summary>
    private const string Connected = """
        {"accessToken":"Y0PfxfdM5KQbWk3ey_1zSo7HMVD5ZsfE8Kp4cV9jY0x",
         "accessTokenExpiresAt":"Sat Nov 24 2096 19:36:41 GMT-0600 (Central Standard Time)","organizationId":"xEfek48BRpD3kAksh"}
        """;

    private readonly FakePlatform _platform = new();
    private readonly List<string> _heard = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task Connecting_requests_a_token_and_calls_OnConnect()
    {
        await using var client = await ConnectAsync(Connected);
        Assert.Equal(["connect token"], _heard);
        Assert.Equal(AccessTokenState.Fresh, client.AccessTokenState);
        var token = await client.GetAccessTokenAsync(Cancellation);
        Assert.Equal(new DateTimeOffset(2096, 11, 24, 19, 36, 41, TimeSpan.FromHours(-6)), token.ExpiresAt);
        Assert.True(client.Connect!.TryGetSuccess(out _));
    }

    [Fact]
    public async Task Pushed_state_is_cached_and_raises_callbacks()
    {
        await using var client = await ConnectAsync(Connected);
        await _platform.SendAsync("""{"type":"organization","data":"org1"}""");
        await _platform.SendAsync("""{"type":"database","data":"db1"}""");
        await _platform.SendAsync("""{"type":"filter","data":{ "any" : [1, 2.0] }}""");
        await _platform.SendAsync("""{"type":"selection","data":["r1","r2"]}""");
        var request = client.RequestShowSelectedAsync(Cancellation).AsTask();
        await _platform.ReplyAsync("true");
        Assert.True(await request);

        Assert.Equal(new OrganizationId("org1"), client.OrganizationId);
        Assert.Equal(new DatabaseId("db1"), client.DatabaseId);
        Assert.Equal("""{ "any" : [1, 2.0] }""", client.Filter.ToString());
        Assert.Equal([new RowId("r1"), new RowId("r2")], client.Selection!);
        Assert.True(client.ShowSelected);
        Assert.Equal(["connect token", "filter", "selection 2", "showSelected True"], _heard);
    }

    [Fact]
    public async Task A_filter_may_be_cleared()
    {
        await using var client = await ConnectAsync(Connected);
        var request = client.RequestFilterAsync(Cancellation).AsTask();
        await _platform.ReplyAsync("null");
        Assert.Null(await request);
    }

    [Fact]
    public async Task Generating_a_token_calls_OnConnect_first()
    {
        await using var client = await ConnectAsync(Connected);
        var generating = client.GenerateAccessTokenAsync(Cancellation).AsTask();
        var request = await _platform.ReplyAsync(Connected);
        Assert.Equal(AppId, (string?)request["data"]!["appId"]);
        Assert.True((await generating).TryGetSuccess(out _));
        Assert.Equal(["connect token", "connect token"], _heard);
    }

    [Fact]
    public async Task Token_pushed_by_the_platform_is_used()
    {
        await using var client = await ConnectAsync(Connected);
        await _platform.SendAsync($$"""{"type":"connect","data":{{Connected.Replace("Y0Pf", "Zzzz", StringComparison.Ordinal)}}}""");
        var request = client.RequestUserIdAsync(Cancellation).AsTask();
        await _platform.ReplyAsync("\"u1\"");
        await request;
        var selection = client.RequestSelectionAsync(Cancellation).AsTask();
        await _platform.ReplyAsync("[]");
        await selection;
        Assert.StartsWith("Zzzz", (await client.GetAccessTokenAsync(Cancellation)).Value.Reveal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_App_ID_is_a_typed_error_with_the_guides_advice()
    {
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => ConnectAsync("""
            {"error":{"name":"app-not-found","reason":"App doesn't exist.","code":404}}
            """).AsTask());
        Assert.Equal(PitchlyErrorNames.AppNotFound, refused.Error.Name);
        Assert.Contains("Check the App ID", refused.Message, StringComparison.Ordinal);
        Assert.Equal(["connect app-not-found"], _heard);
    }

    [Fact]
    public async Task Client_keeps_retrying_while_Pitchly_is_unreachable()
    {
        await using var client = await ConnectAsync("""
            {"error":{"name":"could-not-connect","reason":"Could not connect to Pitchly server.","code":0}}
            """);
        Assert.Equal(AccessTokenState.Retrying, client.AccessTokenState);
        Assert.Equal(["connect could-not-connect"], _heard);
    }

    [Theory]
    [InlineData("plys_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs")]
    [InlineData("plyu_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs")]
    public async Task A_secret_given_as_the_App_ID_is_never_sent(string secret)
    {
        var options = new PitchlyAppOptions { AppId = new AppId(secret), Transport = _platform.OpenAsync };
        var refused =
            await Assert.ThrowsAsync<ArgumentException>(() => PitchlyAppClient.ConnectAsync(options, Callbacks(), Cancellation).AsTask());
        Assert.DoesNotContain(secret, refused.Message, StringComparison.Ordinal);
        Assert.Equal(0, _platform.Connections);
    }

    [Fact]
    public async Task A_secret_in_an_address_is_refused_before_anything_is_sent()
    {
        const string secret = "plys_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrs";
        var address = new Uri($"https://v2.pitchly.net/?key={secret}");
        foreach (var options in (PitchlyAppOptions[])[
            new PitchlyAppOptions { AppId = new AppId(AppId), Transport = _platform.OpenAsync, Origin = address },
            new PitchlyAppOptions { AppId = new AppId(AppId), Transport = _platform.OpenAsync, ApiOrigin = address }])
        {
            var refused = await Assert.ThrowsAsync<ArgumentException>(() => PitchlyAppClient
                .ConnectAsync(options, Callbacks(), Cancellation)
                .AsTask());
            Assert.DoesNotContain(secret, refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(0, _platform.Connections);
    }

    [Theory]
    [InlineData("http://platform.example", false)]
    [InlineData("http://127.0.0.1:5005", true)]
    [InlineData("http://localhost:5005", true)]
    [InlineData("http://app.localhost:5005", true)]
    [InlineData("https://platform.example", true)]
    public async Task A_token_over_plain_http_stays_on_this_machine(string origin, bool isAllowed)
    {
        var byOrigin = new PitchlyAppOptions { Origin = new Uri(origin) };
        var byApi = new PitchlyAppOptions { ApiOrigin = new Uri(origin) };
        var allowed = new PitchlyAppOptions { Origin = new Uri(origin), AllowCredentialsOverHttp = true };

        Assert.Equal(
            [isAllowed, isAllowed, true], [await ConnectsAsync(byOrigin), await ConnectsAsync(byApi), await ConnectsAsync(allowed)]);

        static async Task<bool> ConnectsAsync(PitchlyAppOptions options)
        {
            (options.AppId, options.Transport) = (new AppId("appGoodGoodGoodGood1"), _ => throw new IOException("Nobody is there."));
            var error = await Record.ExceptionAsync(() => PitchlyAppClient
                .ConnectAsync(options, new PitchlyAppCallbacks { OnConnect = (_, _) => default }, Cancellation)
                .AsTask());
            return error is PitchlyException || (error is ArgumentException { Message: var why }
                && !why.Contains("could read the access token", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("", "Origin is ''.")]
    [InlineData("127.0.0.1:5005", "Origin is '127.0.0.1:5005'.")]
    [InlineData("localhost:5005", "Origin is 'localhost:5005'.")]
    [InlineData("ws://127.0.0.1:5005", "Origin is 'ws://127.0.0.1:5005/'.")]
    [InlineData("https://platform.example/some/path", "Set it to the origin only, https://platform.example.")]
    [InlineData("https://platform.example/?a=b", "Set it to the origin only, https://platform.example.")]
    public async Task Invalid_Origin_error_names_the_option(string origin, string says)
    {
        var options =
            new PitchlyAppOptions { AppId = new AppId("appGoodGoodGoodGood1"), Origin = new Uri(origin, UriKind.RelativeOrAbsolute) };

        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => PitchlyAppClient.ConnectAsync(options, new PitchlyAppCallbacks { OnConnect = (_, _) => default }, Cancellation).AsTask());

        Assert.Contains(says, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Connecting_to_a_silent_server_times_out()
    {
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var options = new PitchlyAppOptions
        {
            AppId = new AppId("appGoodGoodGoodGood1"),
            Origin = new Uri($"http://{listener.LocalEndpoint}"),
            RequestTimeout = TimeSpan.FromMilliseconds(100),
        };

        var error = await Assert.ThrowsAsync<PitchlyException>(
            () => PitchlyAppClient.ConnectAsync(options, new PitchlyAppCallbacks { OnConnect = (_, _) => default }, Cancellation).AsTask());

        Assert.Equal(PitchlyErrorNames.CouldNotConnect, error.Error.Name);
        Assert.Contains("did not open within 00:00:00.1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_App_ID_is_refused() => await Assert.ThrowsAsync<ArgumentException>(
        () => PitchlyAppClient.ConnectAsync(new PitchlyAppOptions { Transport = _platform.OpenAsync }, Callbacks(), Cancellation).AsTask());

    private async ValueTask<PitchlyAppClient> ConnectAsync(string answer)
    {
        var options =
            new PitchlyAppOptions { AppId = new AppId(AppId), Transport = _platform.OpenAsync, LoggerFactory = LeakWatch.Loggers };
        var connecting = PitchlyAppClient.ConnectAsync(options, Callbacks(), Cancellation).AsTask();
        var ready = await _platform.ReceiveAsync();
        Assert.Equal("ready", (string?)ready["type"]);
        Assert.Equal(AppId, (string?)ready["data"]!["appId"]);
        Assert.StartsWith("Pitchly.Sdk/", (string?)ready["data"]!["sdk"], StringComparison.Ordinal);
        await _platform.ReplyAsync(answer);
        return await connecting;
    }

    private PitchlyAppCallbacks Callbacks() => new()
    {
        OnConnect = (response, _) => Hear("connect " + response.Match(_ => "token", failure => failure.Error.Name)),
        OnSelection = (rows, _) => Hear($"selection {rows.Count}"),
        OnFilter = (_, _) => Hear("filter"),
        OnShowSelected = (value, _) => Hear($"showSelected {value}"),
    };

    private ValueTask Hear(string what)
    {
        _heard.Add(what);
        return default;
    }
}
