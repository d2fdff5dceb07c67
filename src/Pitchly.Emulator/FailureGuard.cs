namespace Pitchly.Emulator;

/// <summary>Sends the error response for a request that can't be read or that fails inside the emulator. Both are logged.</summary>
internal sealed class FailureGuard(ILogger<FailureGuard> logger)
{
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException error) when (!context.Response.HasStarted)
        {
            var (method, path) = (context.Request.Method, context.Request.Path);
            logger.LogWarning("{Method} {Path}: the request can't be read: {Reason}", method, path, error.Message);
            await WriteErrorAsync(context, error.StatusCode, "bad-request", error.Message);
        }
        catch (Exception error) when (!context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            logger.LogError(error, "{Method} {Path}: the request failed.", context.Request.Method, context.Request.Path);
            const string Reason = "The emulator failed. The log contains the details. Please report the failure.";
            await WriteErrorAsync(context, StatusCodes.Status500InternalServerError, "emulator-failed", Reason);
        }
    }

    private static Task WriteErrorAsync(HttpContext context, int code, string name, string reason)
    {
        context.Response.StatusCode = code;
        return context.Response.WriteAsJsonAsync(new { name, reason, code }, context.RequestAborted);
    }
}
