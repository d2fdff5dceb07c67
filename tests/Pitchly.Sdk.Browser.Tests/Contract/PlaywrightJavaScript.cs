using System.Text.Json;
using Microsoft.JSInterop;
using Microsoft.Playwright;
using Pitchly.Browser.Transports;

namespace Pitchly.Browser.Tests.Contract;

/// <summary>
/// An implementation of Blazor's JavaScript interop over Playwright's, with the features that the transports need. Objects are stored in
/// the frame and identified by a number.
/// </summary>
internal sealed class PlaywrightJavaScript : IJSRuntime
{
    private const string Call = """
        async ({ target, method, args }) => {
          window.objects ??= [];
          const receiver = { invokeMethodAsync: (name, text) => window.pitchlyReceive(text) };
          const given = args.map(arg => arg === 'receiver' ? receiver : arg);
          const result = target === null ? await import(given[0]) : await window.objects[target][method](...given);
          return typeof result === 'object' ? window.objects.push(result) - 1 : result ?? null;
        }
        """;

    private readonly IFrame _frame;
    private ModuleTransport? _receiver;

    private PlaywrightJavaScript(IFrame frame) => _frame = frame;

    public static async Task<PlaywrightJavaScript> CreateAsync(IFrame frame)
    {
        var made = new PlaywrightJavaScript(frame);
        await frame.Page.ExposeFunctionAsync("pitchlyReceive", (string text) => made._receiver!.Receive(text));
        return made;
    }

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
        InvokeAsync<TValue>(identifier, CancellationToken.None, args);

    public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args)
    {
        Assert.Equal("import", identifier);
        return CallAsync<TValue>(null, identifier, [((string)args![0]!)[1..]]);
    }

    private async ValueTask<TValue> CallAsync<TValue>(int? target, string method, object?[] args)
    {
        var receiver = args.OfType<DotNetObjectReference<ModuleTransport>>().FirstOrDefault();
        _receiver = receiver?.Value ?? _receiver;
        var result = await _frame.EvaluateAsync(
            Call,
            new { target, method, args = args.Select(arg => arg is DotNetObjectReference<ModuleTransport> ? "receiver" : arg).ToArray() });
        return typeof(TValue) == typeof(IJSObjectReference) ? (TValue)(object)new JavaScriptObject(this, result!.Value.GetInt32())
            : result is { } json && json.ValueKind != JsonValueKind.Null ? json.Deserialize<TValue>()! : default!;
    }

    private sealed class JavaScriptObject(PlaywrightJavaScript javaScript, int number) : IJSObjectReference
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) =>
            javaScript.CallAsync<TValue>(number, identifier, args ?? []);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            javaScript.CallAsync<TValue>(number, identifier, args ?? []);

        public ValueTask DisposeAsync() => default;
    }
}
