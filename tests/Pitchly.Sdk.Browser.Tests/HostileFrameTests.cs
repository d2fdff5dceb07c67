using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Pitchly.Emulator;
using static Microsoft.Playwright.Assertions;

namespace Pitchly.Browser.Tests;

/// <summary>Tests pages of other origins that pretend to be Pitchly or an App.</summary>
public sealed class HostileFrameTests(Chromium chromium)
{
    private const int Forgeries = 2_000;

    private const string Flood = """
        <!doctype html><title>Hostile</title><script>
        window.heard = [];
        addEventListener('message', event => heard.push(event.data));
        const forged = [
          { type: 'selection', data: ['forgedforgedforge'] },
          { type: 'showSelected', data: true },
          { type: 'filter', data: { conditions: [] } },
          { type: 'generateAccessToken', id: '1', data: { error: { name: 'forged', reason: 'forged', code: 400 } } },
          { type: 'ready', data: { appId: 'forged', sdk: 'forged' } },
          { type: 'hideFilter' },
          { type: 'leave' },
          'text', 7, null, [], new Map([['type', 'selection']]),
        ];
        for (let index = 0; index < 2000; index++) {
          for (const target of [parent, ...Array.from({ length: parent.frames.length }, (_, at) => parent.frames[at])]) {
            if (target !== window) target.postMessage(forged[index % forged.length], '*');
          }
        }
        document.title = 'done';
        </script><h1>done</h1>
        """;

    [Fact]
    public async Task Messages_from_another_frame_are_ignored()
    {
        await using var hostile = await ServeAsync(_ => Flood);
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await ListenAsync(room);

        await room.Page.EvaluateAsync("address => { const frame = document.createElement('iframe'); frame.title = 'Hostile'; frame.src = "
            + "address; document.body.append(frame); }", hostile.Urls.First());
        await Expect(room.Page.FrameLocator("iframe[title='Hostile']").GetByText("done")).ToBeVisibleAsync();
        await room.Row("Project Cedar").CheckAsync();

        await Expect(room.Deals()).ToHaveTextAsync(["Project Cedar"]);
        Assert.Equal(Forgeries, await App(room).EvaluateAsync<int>("window.connection.dropped()"));
        Assert.Single(await App(room).EvaluateAsync<string[]>("window.taken"));
        await Expect(room.Page.Locator("#filter")).ToBeVisibleAsync();
        Assert.DoesNotContain("forged", await room.Page.Locator("#log").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await room.Page.Frames[^1].EvaluateAsync<int>("heard.length"));
    }

    [Fact]
    public async Task Emulator_page_can_not_be_framed_by_another_origin()
    {
        await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var hostile = await ServeAsync(_ => $"<!doctype html><title>Hostile</title><iframe src='{emulator.Origin}'></iframe>");
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();

        var complaint = await page.RunAndWaitForConsoleMessageAsync(
            () => page.GotoAsync(hostile.Urls.First()),
            new() { Predicate = message => message.Text.Contains("frame-ancestors", StringComparison.Ordinal) });

        Assert.Equal("error", complaint.Type);
        Assert.Equal(0, await page.FrameLocator("iframe").Locator("#grid").CountAsync());
    }

    [Fact]
    public async Task Malformed_and_large_platform_messages_are_dropped()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await ListenAsync(room);

        await room.Page.EvaluateAsync("""
            () => {
              const app = document.querySelector('iframe').contentWindow;
              for (const message of ['text', 7, null, [], { data: 1 }, { type: 7 }, { type: 'x', id: 7 }, { type: 'x',
                data: 'y'.repeat(2 ** 20) }, { type: 'x', data: 'kept' }]) {
                app.postMessage(message, new URL(document.querySelector('iframe').src).origin);
              }
            }
            """);

        await App(room).WaitForFunctionAsync("window.taken.length === 1");
        Assert.Equal(8, await App(room).EvaluateAsync<int>("window.connection.dropped()"));
        await room.ConnectedAsync();
    }

    [Fact]
    public async Task App_sends_nothing_to_a_page_of_another_origin()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();
        await using var hostile = await ServeAsync(_ => $"""
            <!doctype html><link rel="icon" href="data:,"><script>window.heard = []; addEventListener('message',
              event => heard.push(event.data));</script><iframe src="{room.Server.Address}"></iframe>
            """);
        await using var context = await chromium.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.GotoAsync(hostile.Urls.First());

        await Expect(page.FrameLocator("iframe").GetByRole(AriaRole.Alert)).ToContainTextAsync("The page around this App is at");
        Assert.Equal(0, await page.EvaluateAsync<int>("heard.length"));
    }

    [Fact]
    public async Task App_opened_outside_the_page_shows_an_alert()
    {
        await using var room = await DealRoomPage.OpenAsync(chromium);
        await room.ConnectedAsync();

        await room.Page.GotoAsync(room.Server.Address.AbsoluteUri);

        await Expect(room.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This page is not inside Pitchly's page.");
    }

    private static IFrame App(DealRoomPage room) => room.Page.Frames[1];

    /// <summary>Adds a second listener to the App's page, whose messages and counts the test can read.</summary>
    private static Task ListenAsync(DealRoomPage room) => App(room).EvaluateAsync("""
        async ([platform, maximum]) => {
          const { connect } = await import('/_content/Pitchly.Sdk.Browser/pitchly.js');
          window.taken = [];
          window.connection = connect({ invokeMethodAsync: async (_, text) => window.taken.push(text) }, platform, maximum);
        }
        """, new object[] { room.Emulator.Origin.GetLeftPart(UriPartial.Authority), 1024 * 1024 });

    private static async Task<WebApplication> ServeAsync(Func<HttpContext, string> page)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.MapGet("/", context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync(page(context));
        });
        await server.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }
}
