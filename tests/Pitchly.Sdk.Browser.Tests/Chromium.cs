using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Pitchly.Browser.Tests.Chromium))]

namespace Pitchly.Browser.Tests;

/// <summary>
/// Debian's chromium, started once for all tests. If it is not installed, a test that needs it is skipped, or fails in CI.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        if (Array.Find(Places, File.Exists) is { } path)
        {
            Assertions.SetDefaultExpectTimeout((float)TestTimeout.Longest.TotalMilliseconds);
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Timeout = (float)TestTimeout.Longest.TotalMilliseconds,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",

                    // Most pages are closed before WebAssembly that is compiled a second time would be faster.
                    "--js-flags=--no-wasm-dynamic-tiering",
                ],
            });
        }
    }

    /// <summary>Creates a new browser profile.</summary>
    public async Task<IBrowserContext> NewContextAsync(BrowserNewContextOptions? options = null)
    {
        if (_browser is null)
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "There is no chromium; ./test.sh installs one.");
            Assert.Skip("There is no chromium; ./test.sh installs one.");
        }

        var context = await _browser.NewContextAsync(options);
        context.SetDefaultTimeout((float)TestTimeout.Longest.TotalMilliseconds);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
