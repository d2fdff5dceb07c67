using System.Globalization;

namespace Pitchly.Emulator;

/// <summary>What goes wrong with a request.</summary>
public enum FaultKind
{
    /// <summary>The connection is dropped before an answer.</summary>
    Drop,

    /// <summary>The answer comes late.</summary>
    Delay,

    /// <summary>The answer is an error status.</summary>
    Status,

    /// <summary>The answer is no JSON.</summary>
    Nonsense,

    /// <summary>The connection is dropped in the middle of the answer.</summary>
    Half,
}

/// <summary>A fault to inject.</summary>
/// <param name="Path">The path of the requests that it strikes, for example <c>/graphql</c>.</param>
/// <param name="Kind">What goes wrong.</param>
public sealed record Fault(string Path, FaultKind Kind)
{
    /// <summary>Gets or sets how many requests it strikes.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets or sets the status, for <see cref="FaultKind.Status"/>.</summary>
    public int Status { get; init; } = StatusCodes.Status503ServiceUnavailable;

    /// <summary>Gets or sets what the Retry-After header says, for <see cref="FaultKind.Status"/>.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets or sets how late the answer comes, for <see cref="FaultKind.Delay"/>.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Throws if it makes no sense.</summary>
    /// <exception cref="ArgumentException">It does not. The message says why.</exception>
    internal void Validate()
    {
        if (Problem is { } problem)
        {
            throw new ArgumentException($"The fault makes no sense: {problem}.");
        }
    }

    private string? Problem =>
        !Path.StartsWith('/') ? $"its path '{Path}' must start with '/', as '/graphql' does"
        : !Enum.IsDefined(Kind) ? $"there is no kind {(int)Kind}"
        : Times < 1 ? $"times is {Times}, and must be at least 1"
        : Status is < 200 or > 599 ? $"status is {Status}, and must be from 200 to 599"
        : !IsWait(RetryAfter ?? TimeSpan.Zero) ? "Retry-After must be from 0 seconds to a day"
        : !IsWait(Delay) ? "the delay must be from 0 seconds to a day"
        : null;

    private static bool IsWait(TimeSpan time) => time >= TimeSpan.Zero && time <= TimeSpan.FromDays(1);

    /// <summary>Gets what happens, in a few words for the page.</summary>
    internal string Description => Kind switch
    {
        FaultKind.Drop => "connection lost",
        FaultKind.Delay => string.Create(CultureInfo.InvariantCulture, $"{Delay.TotalSeconds} s late"),
        FaultKind.Status => Status.ToString(CultureInfo.InvariantCulture),
        FaultKind.Nonsense => "nonsense",
        FaultKind.Half => "half an answer",
        _ => Kind.ToString(),
    };
}
