using Pitchly.Browser.Tests;
using Pitchly.Emulator;

namespace Pitchly.AspNetCore.Tests.SignIn;

/// <summary>Tests signing in to a server App in a real browser, with the emulator's consent page.</summary>
[Trait("Speed", "Slow")]
public sealed class ChromiumSignInTests(Chromium chromium)
{
    [Theory]
    [InlineData("Approve", "psnP0000000000000000 Person 0 person0@example.com emulator org00000000000000000")]
    [InlineData("Deny", "failed: access_denied")]
    public async Task Person_decides_on_the_page_and_is_redirected_back(string button, string shown)
    {
        await using var app = await ServerApp.StartAsync(UserConsent.Ask);
        await using var browser = await chromium.NewContextAsync();
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(app.Address, "/signin").AbsoluteUri);
        await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = button }).ClickAsync();
        await page.WaitForURLAsync(url => url.StartsWith(app.Address.AbsoluteUri, StringComparison.Ordinal));

        Assert.Equal(shown, await page.InnerTextAsync("body"));
    }
}
