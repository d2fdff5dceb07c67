using Microsoft.Extensions.Diagnostics.HealthChecks;
using Pitchly.AspNetCore.Health;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health check of a Pitchly App on a server.</summary>
public static class PitchlyHealthCheckExtensions
{
    /// <summary>
    /// Adds a health check of the store, the keys that encrypt tokens, and the last renewal. It is unhealthy if the store or the keys are
    /// unavailable, and degraded if the last renewal failed.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">The status to report instead of unhealthy.</param>
    /// <param name="tags">The check's tags.</param>
    public static IHealthChecksBuilder AddPitchly(
        this IHealthChecksBuilder builder, string name = "pitchly", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.AddCheck<PitchlyHealthCheck>(name, failureStatus, tags ?? []);
    }
}
