using System.Text.Json;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Transport;
using GraphQL.Types;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator.GraphQL;

/// <summary>POST /graphql: always 200; a failure has errors, and data is null.</summary>
internal sealed class GraphQLEndpoint(DataSchema data, TimeProvider time)
{
    public const string Path = "/graphql";

    private readonly ISchema _schema = data.Build();
    private readonly DocumentExecuter _executer = new();
    private readonly GraphQLSerializer _serializer = new();

    public async Task HandleAsync(HttpContext context)
    {
        GraphQLRequest? request;
        var reason = "Send JSON: {\"operationName\", \"variables\", \"query\"}.";
        try
        {
            request = await _serializer.ReadAsync<GraphQLRequest>(context.Request.Body, context.RequestAborted);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            // A member that stands there twice, or half a surrogate pair, is no JsonException of the reader's.
            (request, reason) = (null, $"The request can't be read: {error.Message} {reason}");
        }

        if (request?.Query is null)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsJsonAsync(Failure("bad-request", reason), context.RequestAborted);
            return;
        }

        if (QueryLimits.Problem(request.Query) is { } problem)
        {
            await context.Response.WriteAsJsonAsync(Failure("bad-request", problem), context.RequestAborted);
            return;
        }

        CallWatch.SetOperation(context, request.OperationName);
        var result = await _executer.ExecuteAsync(options =>
        {
            options.Schema = _schema;
            options.Query = request.Query;
            options.OperationName = request.OperationName;
            options.Variables = request.Variables;
            options.CancellationToken = context.RequestAborted;
        });
        if (result.Errors is { Count: > 0 } errors)
        {
            var fault = errors.Select(error => error.InnerException).OfType<PitchlyFault>().FirstOrDefault();
            await context.Response.WriteAsJsonAsync(Failure(fault?.Error ?? "bad-request", fault?.Message ?? errors[0].Message), context.RequestAborted);
            return;
        }

        context.Response.ContentType = "application/json";
        await _serializer.WriteAsync(context.Response.Body, result, context.RequestAborted);
    }

    /// <summary>v1's shape: the message is always generic, the useful part is data.</summary>
    private object Failure(string error, string reason) => new
    {
        errors = new[]
        {
            new { message = "An error has occurred", name = "GQLError", time_thrown = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture), data = new { error, reason } },
        },
        data = (object?)null,
    };
}
