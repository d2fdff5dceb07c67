using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator.GraphQL;

/// <summary>
/// POST /graphql: the status is 200 for every readable request. A failed operation has errors, and its data is null. A request with an
/// Authorization header is a v2 request.
/// </summary>
internal sealed class GraphQLEndpoint(GraphQLEngine engine, Failures failures)
{
    public const string Path = "/graphql";

    private readonly GraphQLSerializer _serializer = new();

    public async Task HandleAsync(HttpContext context)
    {
        var authorization = context.Request.Headers.Authorization.ToString();
        var isV2 = authorization.Length > 0;
        GraphQLRequest? request;
        var reason = "Send JSON: {\"operationName\", \"variables\", \"query\"}.";
        try
        {
            request = await _serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // The reader throws other exceptions than JsonException for a duplicate member and for half of a surrogate pair.
            (request, reason) = (null, $"The request can't be read: {error.Message} {reason}");
        }

        if (request?.Query is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await FailAsync(context, failures.Of(PitchlyFault.BadRequest(reason), isV2));
            return;
        }

        CallWatch.SetOperation(context, request.OperationName);
        try
        {
            var result = await engine.ExecuteAsync(request, CallContext.Of(authorization), context.RequestAborted);
            if (result.Streams is not null)
            {
                await FailAsync(
                    context, failures.Of(PitchlyFault.BadRequest("A subscription requires a WebSocket. Use /subscriptions."), isV2));
            }
            else if (failures.Of(result, isV2) is { } errors)
            {
                await FailAsync(context, errors);
            }
            else
            {
                context.Response.ContentType = "application/json";
                await _serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
            }
        }
        catch (PitchlyFault fault)
        {
            await FailAsync(context, failures.Of(fault, isV2));
        }
    }

    private static Task FailAsync(HttpContext context, IReadOnlyList<object> errors) =>
        context.Response.WriteAsJsonAsync(new { errors, data = (object?)null }, context.RequestAborted);
}
