namespace Pitchly.Emulator.Tests;

/// <content>Tests the tokens that the token endpoint issues: their lifetime, and what revokes them.</content>
public sealed partial class OAuthTests
{
    [Fact]
    public async Task Refresh_tokens_rotate()
    {
        var (_, first) = await RedeemAsync(await CodeAsync(("redirect_uri", RedirectUri)));
        var old = first.GetProperty("refresh_token").GetString()!;
        var (status, second) = await RefreshAsync(old);
        Assert.Equal(200, status);
        Assert.NotEqual(old, second.GetProperty("refresh_token").GetString());
        Assert.Equal("invalid_grant", await ErrorAsync(RefreshAsync(old)));
    }

    [Fact]
    public async Task Refresh_token_used_twice_revokes_its_family()
    {
        var (_, first) = await RedeemAsync(await CodeAsync(("redirect_uri", RedirectUri)));
        var (_, second) = await RefreshAsync(first.GetProperty("refresh_token").GetString()!);
        Assert.Null(await ReadErrorAsync(second.GetProperty("access_token").GetString()!));

        Assert.Equal("invalid_grant", await ErrorAsync(RefreshAsync(first.GetProperty("refresh_token").GetString()!)));

        Assert.Equal("invalid_grant", await ErrorAsync(RefreshAsync(second.GetProperty("refresh_token").GetString()!)));
        Assert.Equal("not-authorized", await ReadErrorAsync(second.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task A_refresh_token_expires()
    {
        var (_, first) = await RedeemAsync(await CodeAsync(("redirect_uri", RedirectUri)));
        Time.Advance(TimeSpan.FromDays(90));

        Assert.Equal("invalid_grant", await ErrorAsync(RefreshAsync(first.GetProperty("refresh_token").GetString()!)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_token_is_revoked(bool isRefreshToken)
    {
        var (_, tokens) = await RedeemAsync(await CodeAsync(("redirect_uri", RedirectUri)));
        var (access, refresh) = (tokens.GetProperty("access_token").GetString()!, tokens.GetProperty("refresh_token").GetString()!);

        Assert.Equal(200, await RevokeAsync(isRefreshToken ? refresh : access));

        Assert.Equal("not-authorized", await ReadErrorAsync(access));
        Assert.Equal(isRefreshToken ? 400 : 200, (await RefreshAsync(refresh)).Status);
        Assert.Equal(200, await RevokeAsync("unknown"));
        Assert.Equal(400, await RevokeAsync(""));
    }

    [Fact]
    public async Task A_scope_narrows_the_access_token_and_not_the_refresh_token()
    {
        var (_, narrow) = await RedeemAsync(await CodeAsync(("redirect_uri", RedirectUri)), ("scope", ""));
        Assert.Equal("", narrow.GetProperty("scope").GetString());
        Assert.Null(await ReadErrorAsync(narrow.GetProperty("access_token").GetString()!));
        Assert.Equal("not-authorized", await DeleteErrorAsync(narrow.GetProperty("access_token").GetString()!));

        var (_, wide) = await RefreshAsync(narrow.GetProperty("refresh_token").GetString()!);
        Assert.Equal("not-found", await DeleteErrorAsync(wide.GetProperty("access_token").GetString()!));
    }

    [Fact]
    public async Task An_access_token_lives_for_an_hour()
    {
        var token = (await AppTokenAsync()).GetProperty("access_token").GetString()!;
        Assert.Null(await ReadErrorAsync(token));
        Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal("not-authorized", await ReadErrorAsync(token));
    }
}
