namespace Pitchly.Emulator;

/// <summary>Strikes a request with the fault that waits for it.</summary>
internal sealed class FaultInjector(FaultPlan plan, TimeProvider time)
{
    private const string HalfAnAnswer = "{\"data\":{\"da";

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (plan.Take(context.Request.Path.Value ?? "") is not { } fault)
        {
            await next(context);
            return;
        }

        var response = context.Response;
        switch (fault.Kind)
        {
            case FaultKind.Drop:
                context.Abort();
                break;
            case FaultKind.Delay:
                await Task.Delay(fault.Delay, time, context.RequestAborted);
                await next(context);
                break;
            case FaultKind.Status:
                response.StatusCode = fault.Status;
                if (fault.RetryAfter is { } wait)
                {
                    response.Headers.RetryAfter = ((int)wait.TotalSeconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
                }

                await response.WriteAsync("A fault was injected.", context.RequestAborted);
                break;
            case FaultKind.Nonsense:
                response.ContentType = "application/json";
                await response.WriteAsync("<html>This is no JSON.</html>", context.RequestAborted);
                break;
            case FaultKind.Half:
                response.ContentType = "application/json";
                response.ContentLength = HalfAnAnswer.Length * 2;
                await response.WriteAsync(HalfAnAnswer, context.RequestAborted);
                await response.Body.FlushAsync(context.RequestAborted);
                context.Abort();
                break;
        }
    }
}
