using System.Globalization;

namespace Pitchly.Emulator;

/// <summary>The kind of failure of a request.</summary>
public enum FaultKind
{
    /// <summary>The connection is dropped before the response.</summary>
    Drop,

    /// <summary>The response is delayed.</summary>
    Delay,

    /// <summary>The response has an error status.</summary>
    Status,

    /// <summary>The response is not valid JSON.</summary>
    InvalidResponse,

    /// <summary>The connection is dropped in the middle of the response.</summary>
    TruncatedResponse,
}

/// <summary>A fault to inject.</summary>
/// <param name="Path">The path of the affected requests, for example <c>/graphql</c>.</param>
/// <param name="Kind">The kind of failure.</param>
public sealed record Fault(string Path, FaultKind Kind)
{
    /// <summary>Gets the number of requests that the fault affects. The default is 1.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets the status code for <see cref="FaultKind.Status"/>. The default is 503.</summary>
    public int Status { get; init; } = StatusCodes.Status503ServiceUnavailable;

    /// <summary>Gets the value of the Retry-After header for <see cref="FaultKind.Status"/>. If not set, there is no header.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets the delay of the response for <see cref="FaultKind.Delay"/>. The default is 10 seconds.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Throws if the fault is not valid.</summary>
    /// <exception cref="ArgumentException">The fault is not valid. The message gives the reason.</exception>
    internal void Validate()
    {
        if (Problem is { } problem)
        {
            throw new ArgumentException($"The fault is not valid: {problem}.");
        }
    }

    private string? Problem =>
        !Path.StartsWith('/') ? $"the path '{Path}' must start with '/', such as '/graphql'"
        : !Enum.IsDefined(Kind) ? $"the kind {(int)Kind} does not exist"
        : Times < 1 ? $"times is {Times}, but must be at least 1"
        : Status is < 200 or > 599 ? $"status is {Status}, but must be from 200 to 599"
        : !IsWait(RetryAfter ?? TimeSpan.Zero) ? "Retry-After must be from 0 seconds to one day"
        : !IsWait(Delay) ? "the delay must be from 0 seconds to one day"
        : null;

    private static bool IsWait(TimeSpan time) => time >= TimeSpan.Zero && time <= TimeSpan.FromDays(1);

    /// <summary>Gets a short description for the page.</summary>
    internal string Description => Kind switch
    {
        FaultKind.Drop => "connection lost",
        FaultKind.Delay => string.Create(CultureInfo.InvariantCulture, $"{Delay.TotalSeconds} s delay"),
        FaultKind.Status => Status.ToString(CultureInfo.InvariantCulture),
        FaultKind.InvalidResponse => "invalid response",
        FaultKind.TruncatedResponse => "truncated response",
        _ => Kind.ToString(),
    };
}
