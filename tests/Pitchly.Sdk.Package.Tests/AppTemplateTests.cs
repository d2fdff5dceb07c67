using Microsoft.Playwright;
using Pitchly.Browser.Tests;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Package.Tests;

/// <summary>
/// Tests that an App created from the template passes its tests, works in the emulator's page, and is updated there by dotnet watch.
/// </summary>
public sealed class AppTemplateTests(TemplateApp app, Chromium chromium) : IClassFixture<TemplateApp>
{
    private const string Host = TemplateApp.Name + ".Host";

    [Fact]
    public async Task Tests_of_an_App_from_the_template_pass()
    {
        var (exitCode, output) = await Dotnet.RunAsync(app.Folder, "test", "--no-build");

        Assert.True(exitCode == 0, output);
        Assert.Contains("succeeded: 2", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cell_edited_by_a_click_changes_in_the_grid()
    {
        await using var context = await chromium.NewContextAsync();
        await using var host = Start("run", "--no-build", "--project", Host, "--", "--port", "0");
        var page = await OpenAsync(context, host);
        var frame = page.FrameLocator("iframe");

        await page.GetByLabel("Select Project Birch").CheckAsync();
        await frame.GetByRole(AriaRole.Button, new() { Name = "Stage of Project Birch" }).ClickAsync();
        await frame.GetByRole(AriaRole.Textbox, new() { Name = "Stage of Project Birch" }).FillAsync("Signed");
        await frame.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();

        await Expect(page.Locator("#rows tr", new() { HasText = "Project Birch" })).ToContainTextAsync("Signed");
        await Expect(frame.GetByRole(AriaRole.Button, new() { Name = "Stage of Project Birch" })).ToHaveTextAsync("Signed");
    }

    [Fact]
    public async Task Razor_file_changed_under_watch_changes_in_the_frame()
    {
        await using var context = await chromium.NewContextAsync();
        await using var host = Start("watch", "--non-interactive", "--project", Host, "--", "--port", "0");
        var page = await OpenAsync(context, host);
        var heading = page.FrameLocator("iframe").GetByRole(AriaRole.Heading);
        await Expect(heading).ToHaveTextAsync(TemplateApp.Name);

        var file = Path.Combine(app.Folder, TemplateApp.Name, "DealTable.razor");
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        text = text.Replace($"<h1>{TemplateApp.Name}</h1>", "<h1>Hot</h1>", StringComparison.Ordinal);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);

        await Expect(heading).ToHaveTextAsync("Hot");
    }

    private static async Task<IPage> OpenAsync(IBrowserContext context, RunningProgram host)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync((await host.ServingAsync()).AbsoluteUri);
        await Expect(page.FrameLocator("iframe").GetByText("Select rows in Pitchly's table")).ToBeVisibleAsync();
        return page;
    }

    private RunningProgram Start(params IEnumerable<string> arguments)
    {
        var start = Dotnet.StartInfo(app.Folder, "dotnet", arguments);
        start.Environment["DOTNET_WATCH_SUPPRESS_LAUNCH_BROWSER"] = "true";
        start.Environment["DOTNET_USE_POLLING_FILE_WATCHER"] = "true"; // Other processes may use all file watches.
        return new RunningProgram(start);
    }
}
