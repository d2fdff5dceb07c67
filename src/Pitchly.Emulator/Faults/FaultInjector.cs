using System.Globalization;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator;

/// <summary>
/// Applies the next waiting fault to a request. It runs after CORS, so that an App in a browser can read the response. It never affects a
/// preflight request.
/// </summary>
internal sealed class FaultInjector(FaultPlan plan, PageEvents events, TimeProvider time, IHostApplicationLifetime lifetime)
{
    private const string TruncatedResponse = "{\"data\":{\"da";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (HttpMethods.IsOptions(context.Request.Method) || plan.Peek(path) is not { } waiting)
        {
            await next(context);
            return;
        }

        if (waiting.Kind == FaultKind.Drop && BrowserRepeat.IsExpected(context))
        {
            context.Abort();
            return;
        }

        if (plan.Take(path) is not { } fault)
        {
            await next(context);
            return;
        }

        events.Raise(new InjectedFault(time.GetUtcNow(), context.Request.Method, path, fault.Description));
        await ApplyAsync(fault, context, next);
    }

    private async Task ApplyAsync(Fault fault, HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        switch (fault.Kind)
        {
            case FaultKind.Drop:
                context.Abort();
                break;
            case FaultKind.Delay:
                await DelayAsync(fault.Delay, context.RequestAborted);
                await next(context);
                break;
            case FaultKind.Status:
                response.StatusCode = fault.Status;
                if (fault.RetryAfter is { } wait)
                {
                    response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
                }

                await response.WriteAsync("A fault was injected.", context.RequestAborted);
                break;
            case FaultKind.InvalidResponse:
                response.ContentType = "application/json";
                await response.WriteAsync("<html>This is not JSON.</html>", context.RequestAborted);
                break;
            case FaultKind.TruncatedResponse:
                // The server closes a connection if the response is shorter than its Content-Length. Aborting the connection would also
                // discard the data that the client has not read yet.
                response.ContentType = "application/json";
                response.ContentLength = TruncatedResponse.Length * 2;
                await response.WriteAsync(TruncatedResponse, context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
                break;
        }
    }

    /// <summary>Waits for the delay of a fault. When the emulator stops, the delay ends early.</summary>
    private async Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        await Task.Delay(delay, time, ending.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
