using Microsoft.Extensions.DependencyInjection.Extensions;
using Pitchly.AspNetCore;
using Pitchly.AspNetCore.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures Redis as the store of an App's installations.</summary>
public static class PitchlyRedisExtensions
{
    /// <summary>Stores installations in Redis, and uses locks in Redis so that one node at a time refreshes.</summary>
    /// <remarks>
    /// A pair of tokens can't be requested again, so Redis must not lose confirmed writes: use <c>appendonly yes</c> and <c>appendfsync
    /// always</c>, and no eviction.
    /// </remarks>
    /// <param name="builder">The builder.</param>
    /// <param name="configuration">The servers and settings, in the format of StackExchange.Redis.</param>
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
