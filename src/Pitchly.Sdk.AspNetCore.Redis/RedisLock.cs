using Medallion.Threading.Redis;
using Pitchly.AspNetCore.Stores;

namespace Pitchly.AspNetCore.Redis;

/// <summary>Locks in Redis. A running node extends the lease of its locks.</summary>
internal sealed class RedisLock(RedisConnection connection) : IPitchlyLock
{
    public async ValueTask<IAsyncDisposable?> TryTakeAsync(string key, TimeSpan lease, TimeSpan wait, CancellationToken cancellationToken)
    {
        var redis = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        return await new RedisDistributedLock("{pitchly}:lock:" + key, redis, options => options.Expiry(lease))
            .TryAcquireAsync(wait, cancellationToken).ConfigureAwait(false);
    }
}
