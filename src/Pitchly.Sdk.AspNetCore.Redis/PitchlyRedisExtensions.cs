using Microsoft.Extensions.DependencyInjection.Extensions;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the installations of an App in Redis.</summary>
public static class PitchlyRedisExtensions
{
    /// <summary>Keeps installations in Redis, and lets one node at a time refresh by locks there.</summary>
    /// <remarks>
    /// A pair of tokens can't be had again, so Redis has to keep what it has confirmed: <c>appendonly yes</c> and
    /// <c>appendfsync always</c>, and no eviction.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The servers and settings, in the form of StackExchange.Redis.</param>
    public static PitchlyServerBuilder UseRedis(this PitchlyServerBuilder builder, string configuration)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(configuration);
        builder.Services.Replace(ServiceDescriptor.Singleton(_ => new RedisConnection(configuration)));
        return builder.UseStore(
            static provider => ActivatorUtilities.CreateInstance<RedisStore>(provider),
            static provider => ActivatorUtilities.CreateInstance<RedisLock>(provider));
    }
}
