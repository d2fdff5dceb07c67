using Pitchly.Channels;
using Pitchly.Emulator;

namespace Pitchly.Browser.Tests.Contract;

/// <summary>
/// Tests the behavior that an App can rely on with any transport: the same tests for each transport, against the emulator.
/// </summary>
public abstract class TransportContractTests : IAsyncLifetime
{
    private static readonly string[] AtStart = ["connect", "organization", "database", "selection 0", "filter null", "showSelected False"];

    private readonly Recorder _heard = new();

    protected PitchlyEmulator Emulator { get; private set; } = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync() => Emulator = await PitchlyEmulator.StartAsync(cancellationToken: Cancellation);

    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Emulator.DisposeAsync();
    }

    /// <summary>Opens the transport under test.</summary>
    protected abstract ValueTask<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken);

    [Fact]
    public async Task Connecting_returns_a_token_and_the_page_state()
    {
        await using var client = await ConnectAsync();

        await _heard.WaitForAsync(AtStart);
        Assert.Equal(AccessTokenState.Fresh, client.AccessTokenState);
        Assert.Equal(Emulator.User.OrganizationId, client.OrganizationId?.Value);
        Assert.Equal(Emulator.User.DatabaseId, client.DatabaseId?.Value);
    }

    [Fact]
    public async Task User_actions_are_received_in_order()
    {
        await using var client = await ConnectAsync();
        await _heard.WaitForAsync(AtStart);
        _heard.Clear();

        Emulator.User.Select(["r1", "r2"]);
        Emulator.User.SetFilter("""{"conditions":[{"a":1.5}]}""");
        Emulator.User.SetShowSelected(true);
        Emulator.User.Select([]);

        await _heard.WaitForAsync("selection 2", """filter {"conditions":[{"a":1.5}]}""", "showSelected True", "selection 0");
        Assert.Equal(["selection 2", """filter {"conditions":[{"a":1.5}]}""", "showSelected True", "selection 0"], _heard.All);
    }

    [Fact]
    public async Task Request_completes_after_its_callback_has_run()
    {
        await using var client = await ConnectAsync();
        await _heard.WaitForAsync(AtStart);
        _heard.Clear();

        Assert.Empty(await client.RequestSelectionAsync(Cancellation));
        Assert.Equal(["selection 0"], _heard.All);
        Assert.Null(await client.RequestFilterAsync(Cancellation));
        Assert.False(await client.RequestShowSelectedAsync(Cancellation));
        Assert.Equal(["selection 0", "filter null", "showSelected False"], _heard.All);
        Assert.Equal(Emulator.User.UserId, (await client.RequestUserIdAsync(Cancellation)).Value);
        Assert.Equal(Emulator.User.OrganizationId, (await client.RequestOrganizationIdAsync(Cancellation)).Value);
        Assert.Equal(Emulator.User.DatabaseId, (await client.RequestDatabaseIdAsync(Cancellation)).Value);
    }

    [Fact]
    public async Task Token_request_calls_OnConnect_once()
    {
        await using var client = await ConnectAsync();
        Assert.Equal(["connect"], _heard.Of("connect"));

        var response = await client.GenerateAccessTokenAsync(Cancellation);

        Assert.True(response.TryGetSuccess(out _));
        Assert.Equal(["connect", "connect"], _heard.Of("connect"));
    }

    [Fact]
    public async Task Commands_change_the_page()
    {
        await using var client = await ConnectAsync();

        await client.HideFilterAsync(Cancellation);
        await client.RequestUserIdAsync(Cancellation);
        Assert.False(Emulator.User.IsFilterVisible);
        await client.ShowFilterAsync(Cancellation);
        await client.RequestUserIdAsync(Cancellation);
        Assert.True(Emulator.User.IsFilterVisible);
    }

    [Fact]
    public async Task A_wrong_App_ID_is_refused()
    {
        var refused = await Assert.ThrowsAsync<PitchlyException>(() => ConnectAsync("app23456789ABCDEFGHJ").AsTask());

        Assert.Equal(("App doesn't exist.", 404), (refused.Error.Reason, refused.Error.Code));
    }

    private ValueTask<PitchlyAppClient> ConnectAsync(string? appId = null) => PitchlyAppClient.ConnectAsync(
        new PitchlyAppOptions { AppId = new AppId(appId ?? Emulator.AppId), Origin = Emulator.Origin, Transport = OpenAsync }, _heard,
        Cancellation);
}
