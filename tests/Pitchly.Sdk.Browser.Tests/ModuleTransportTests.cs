using System.Text;
using Bunit;
using Microsoft.JSInterop;
using Pitchly.Browser.Transports;

namespace Pitchly.Browser.Tests;

/// <summary>Tests the .NET half of the transports. bUnit simulates the browser's half.</summary>
public sealed class ModuleTransportTests : BunitContext
{
    private static readonly Uri Platform = new("https://platform.example/some/page");

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostMessage_connects_with_the_exact_origin_and_limit()
    {
        var module = JSInterop.SetupModule("./_content/Pitchly.Sdk.Browser/pitchly.js");
        var connection = module.SetupModule(
            "connect", call => call.Arguments is [DotNetObjectReference<ModuleTransport>, "https://platform.example", 1000]);
        connection.Setup<string>("timeoutAdvice").SetResult("Check it.");
        var sent = connection.SetupVoid("send", "{}").SetVoidResult();
        var closed = connection.SetupVoid("close").SetVoidResult();

        var transport = (ModuleTransport)await BrowserTransports.PostMessage(JSInterop.JSRuntime, Platform, 1000)(Cancellation);
        Assert.Equal("Check it.", transport.TimeoutAdvice);
        await transport.SendAsync("{}"u8.ToArray(), Cancellation);
        transport.Receive("""{"type":"a"}""");
        var received = await transport.ReceiveAsync(Cancellation);
        await transport.DisposeAsync();

        Assert.Single(sent.Invocations);
        Assert.Equal("""{"type":"a"}""", Encoding.UTF8.GetString(received!.Value.Span));
        Assert.Single(closed.Invocations);
        Assert.Null(await transport.ReceiveAsync(Cancellation));
    }

    [Fact]
    public async Task Module_error_is_reported_without_its_stack()
    {
        var connection = JSInterop.SetupModule("./_content/Pitchly.Sdk.Browser/officialScript.js").SetupModule("connect", _ => true);
        connection.Setup<string>("timeoutAdvice").SetResult("");
        connection.SetupVoid("send", _ => true).SetException(new JSException("x"));
        var transport = await BrowserTransports.OfficialScript(JSInterop.JSRuntime, new Uri("https://use.example/sdk.js"))(Cancellation);

        await Assert.ThrowsAsync<IOException>(() => transport.SendAsync("{}"u8.ToArray(), Cancellation).AsTask());
    }
}
