using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.JSInterop;
using Microsoft.Playwright;
using Pitchly.Browser.Transports;
using Pitchly.Channels;
using Pitchly.Plugins;

namespace Pitchly.Browser.Tests.Contract;

/// <summary>Tests a browser transport: its script runs in an iframe of the emulator's page, and its .NET half in the test.</summary>
public abstract class BrowserContractTests(Chromium chromium) : TransportContractTests
{
    private WebApplication _app = null!;
    private IBrowserContext _context = null!;
    private PlaywrightJavaScript _javaScript = null!;

    public override async ValueTask InitializeAsync()
    {
        _context = await chromium.NewContextAsync();
        await base.InitializeAsync();
        _app = await ServeBlankAppAsync();
        Emulator.Embed("Blank", new Uri(_app.Urls.First()));
        var page = await _context.NewPageAsync();
        await page.GotoAsync(Emulator.Origin.AbsoluteUri);
        await page.FrameLocator("iframe").GetByText("blank").WaitForAsync();
        _javaScript = await PlaywrightJavaScript.CreateAsync(page.Frames[1]);
    }

    public override async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _context.CloseAsync();
        await _app.DisposeAsync();
        await base.DisposeAsync();
    }

    protected abstract PitchlyTransportFactory Transport(IJSRuntime javaScript);

    protected override ValueTask<IPitchlyTransport> OpenAsync(CancellationToken cancellationToken) =>
        Transport(_javaScript)(cancellationToken);

    private static async Task<WebApplication> ServeBlankAppAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/", () => Results.Content("<!doctype html><title>Blank</title><p>blank</p>", "text/html"));
        app.MapGet("/_content/Pitchly.Sdk.Browser/{name}", (string name) => Results.File(
            Path.Combine(ScriptTests.Folder, "../../src/Pitchly.Sdk.Browser/wwwroot", name), "text/javascript"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}

public sealed class PostMessageContractTests(Chromium chromium) : BrowserContractTests(chromium)
{
    [Fact]
    public async Task Plugin_receives_events_until_the_person_changes()
    {
        var cell = new TaskCompletionSource<ActiveCellMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var person = new TaskCompletionSource<PersonMessage>(TaskCreationOptions.RunContinuationsAsynchronously);
        var ended = new TaskCompletionSource<PersonId>(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new PitchlyPluginOptions
        {
            Transport = OpenAsync,
            SignedIn = new PersonId(Emulator.User.PersonId),
            OnSessionEnded = (other, _) => Done(ended, other),
        };
        await using var plugin = await PitchlyPluginClient.ConnectAsync(
            options, new PitchlyPluginCallbacks
            {
                OnActiveCell = (value, _) => Done(cell, value),
                OnPerson = (value, _) => Done(person, value)
            }, TestContext.Current.CancellationToken);
        Assert.Equal(options.SignedIn, (await person.Task).PersonId);
        Assert.Equal(Emulator.User.WorkspaceId, plugin.Workspace!.WorkspaceId.Value);

        Emulator.User.Activate("f1", "r1");
        Assert.Equal("recr1", (await cell.Task).RecordId.Value);
        Emulator.User.SwitchPerson();

        Assert.Equal(Emulator.User.PersonId, (await ended.Task).Value);
        Assert.True(plugin.HasEnded);
    }

    protected override PitchlyTransportFactory Transport(IJSRuntime javaScript) =>
        BrowserTransports.PostMessage(javaScript, Emulator.Origin);

    private static ValueTask Done<T>(TaskCompletionSource<T> source, T value)
    {
        source.TrySetResult(value);
        return default;
    }
}

public sealed class OfficialScriptContractTests(Chromium chromium) : BrowserContractTests(chromium)
{
    protected override PitchlyTransportFactory Transport(IJSRuntime javaScript) =>
        BrowserTransports.OfficialScript(javaScript, new Uri(Emulator.Origin, "sdk.js"));
}
