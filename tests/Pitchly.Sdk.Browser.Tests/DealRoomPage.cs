using DealRoom.Host;
using Microsoft.Playwright;
using Pitchly.Emulator;

namespace Pitchly.Browser.Tests;

/// <summary>
/// The Deal Room sample in the emulator's page, in a separate browser profile. The console's errors and warnings are recorded, and any of
/// them fails the test.
/// </summary>
internal sealed class DealRoomPage : IAsyncDisposable
{
    private readonly List<AppServer> _servers = [];
    private readonly List<string> _complaints = [];
    private readonly IBrowserContext _context;

    private DealRoomPage(PitchlyEmulator emulator, IBrowserContext context, IPage page) =>
        (Emulator, _context, Page) = (emulator, context, page);

    public PitchlyEmulator Emulator { get; }

    public IPage Page { get; }

    public AppServer Server => _servers[0];

    /// <summary>Gets the frame of the first App.</summary>
    public IFrameLocator App => Frame("Deal Room");

    public static async Task<DealRoomPage> OpenAsync(Chromium chromium, DealRoomOptions? options = null)
    {
        options ??= new DealRoomOptions();
        var context = await chromium.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = options.Width, Height = options.Height },
            ColorScheme = options.ColorScheme,
        });
        var emulator = await PitchlyEmulator.StartAsync(
            new EmulatorOptions { TimeProvider = options.TimeProvider, Faults = options.Faults }, TestContext.Current.CancellationToken);
        var opened = new DealRoomPage(emulator, context, await context.NewPageAsync());
        if (!options.ExpectsComplaints)
        {
            opened.Page.Console += (_, message) => opened.Complain(message.Type, message.Text);
            opened.Page.PageError += (_, error) => opened.Complain("error", error);
        }

        foreach (var name in options.Names)
        {
            var server = await AppServer.StartAsync(
                emulator, "http://127.0.0.1:0", options.OfficialScript, options.AppId, options.Origin?.Invoke(emulator.Origin));
            opened._servers.Add(server);
            emulator.Embed(name, server.Address);
        }

        await opened.Page.GotoAsync(emulator.Origin.AbsoluteUri);
        return opened;
    }

    /// <summary>Serves the App without embedding it in the page.</summary>
    public Task<AppServer> ServeAsync() => AppServer.StartAsync(Emulator, "http://127.0.0.1:0");

    public IFrameLocator Frame(string name) => Page.FrameLocator($"iframe[title='{name}']");

    public ILocator Row(string name) => Page.GetByLabel($"Select {name}");

    public ILocator Deals(string app = "Deal Room") => Frame(app).Locator(".deal h2");

    public Task ConnectedAsync(string app = "Deal Room") => Assertions.Expect(Deals(app)).ToHaveCountAsync(8);

    /// <summary>Saves a screenshot of the page among the test's artifacts.</summary>
    public Task ScreenshotAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        Path = Path.Combine(AppContext.BaseDirectory, "screenshots", name + ".png"),
        FullPage = true
    });

    public async ValueTask DisposeAsync()
    {
        await _context.CloseAsync();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }

        await Emulator.DisposeAsync();
        Assert.True(_complaints.Count == 0, "The console complained: " + string.Join("\n", _complaints));
    }

    private void Complain(string kind, string text)
    {
        if (kind is "error" or "warning")
        {
            _complaints.Add($"{kind}: {text}");
        }
    }
}

internal sealed record DealRoomOptions
{
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    public IReadOnlyList<string> Names { get; init; } = ["Deal Room"];

    public bool OfficialScript { get; init; }

    /// <summary>Gets the faults that are armed from the start.</summary>
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    public string? AppId { get; init; }

    /// <summary>
    /// Gets a function that returns the Pitchly origin for the App's configuration. By default it is the emulator's origin.
    /// </summary>
    public Func<Uri, string>? Origin { get; init; }

    /// <summary>Gets a value indicating whether the console may contain errors, such as those for responses with an error status.</summary>
    public bool ExpectsComplaints { get; init; }

    public int Width { get; init; } = 1280;

    public int Height { get; init; } = 1000;

    public ColorScheme ColorScheme { get; init; } = ColorScheme.Light;
}
