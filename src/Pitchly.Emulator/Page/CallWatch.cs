using Pitchly.Emulator.GraphQL;
using Pitchly.Emulator.OAuth;

namespace Pitchly.Emulator.Page;

/// <summary>Reports each HTTP call to the API and to OAuth to the page.</summary>
internal sealed class CallWatch(PageEvents events, TimeProvider time)
{
    private static readonly HashSet<string> Watched = new(
        StringComparer.Ordinal) { GraphQLEndpoint.Path, AuthorizeEndpoint.Path, TokenEndpoint.Path };
    private static readonly object OperationKey = new();

    /// <summary>Sets the name of the GraphQL operation of a call.</summary>
    public static void SetOperation(HttpContext context, string? name) => context.Items[OperationKey] = name;

    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value ?? "";
        if (HttpMethods.IsOptions(context.Request.Method) || !Watched.Contains(path))
        {
            await next(context);
            return;
        }

        var start = time.GetTimestamp();
        try
        {
            await next(context);
        }
        finally
        {
            int? status = context.RequestAborted.IsCancellationRequested ? null : context.Response.StatusCode;
            var took = (long)time.GetElapsedTime(start).TotalMilliseconds;
            events.Raise(new HttpCall(time.GetUtcNow(), context.Request.Method, path, context.Items[OperationKey] as string, status, took));
        }
    }
}
