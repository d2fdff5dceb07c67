using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Pitchly.Emulator;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests.Server;

/// <summary>Tests an App whose components run on a server. Only its script runs in the browser.</summary>
public sealed class InteractiveServerTests(Chromium chromium)
{
    [Fact]
    public async Task An_App_on_an_interactive_server_reads_data()
    {
        await using var context = await chromium.NewContextAsync();
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var app = await ServeAsync(emulator);
        emulator.Embed("On a server", new Uri(app.Urls.First()));
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                complaints.Add(message.Text);
            }
        };

        await page.GotoAsync(emulator.Origin.AbsoluteUri);
        var frame = page.FrameLocator("iframe");
        await Expect(frame.Locator("p")).ToHaveTextAsync($"{emulator.User.OrganizationId}: 0 selected");
        await page.GetByLabel("Select Project Birch").CheckAsync();
        await Expect(frame.Locator("p")).ToHaveTextAsync($"{emulator.User.OrganizationId}: 1 selected");
        await frame.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(frame.Locator("output")).ToHaveTextAsync("8");

        Assert.Empty(complaints);
    }

    private static async Task<WebApplication> ServeAsync(PitchlyEmulator emulator)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(InteractiveServerTests).Assembly.GetName().Name,
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = "Development",
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseStaticWebAssets();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddPitchlyApp<PitchlyAppCallbacks>(options => (options.AppId, options.Origin) = (
            new AppId(emulator.AppId), emulator.Origin));
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapStaticAssets(Path.Combine(AppContext.BaseDirectory, "Pitchly.Sdk.Browser.Tests.staticwebassets.endpoints.json"));
        app.MapRazorComponents<ServerDocument>().AddInteractiveServerRenderMode(
            options => options.ContentSecurityFrameAncestorsPolicy = emulator.Origin.GetLeftPart(UriPartial.Authority));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
