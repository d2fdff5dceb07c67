using System.Globalization;
using GraphQL;

namespace Pitchly.Emulator.GraphQL;

/// <summary>Creates errors in the form of v1 or v2.</summary>
internal sealed class Failures(TimeProvider time)
{
    /// <summary>Returns the errors of a result, or <see langword="null"/> if it has none.</summary>
    public IReadOnlyList<object>? Of(ExecutionResult result, bool isV2)
    {
        if (result.Errors is not { Count: > 0 } errors)
        {
            return null;
        }

        var fault = errors.Select(error => error.InnerException).OfType<PitchlyFault>().FirstOrDefault();
        return Of(fault ?? new PitchlyFault("bad-request", errors[0].Message, "GRAPHQL_VALIDATION_FAILED"), isV2);
    }

    public IReadOnlyList<object> Of(PitchlyFault fault, bool isV2) => isV2
        ? [new { message = fault.Message, extensions = new { code = fault.Code } }]
        : [V1(fault.Error, fault.Message)];

    /// <summary>Returns an error in the form of v1. The message is always generic; <c>data</c> contains the details.</summary>
    private object V1(string error, string reason) => new
    {
        message = "An error has occurred",
        name = "GQLError",
        time_thrown = time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        data = new { error, reason },
    };
}
