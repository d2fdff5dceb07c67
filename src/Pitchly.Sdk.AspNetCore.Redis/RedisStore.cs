using System.Globalization;
using System.Runtime.CompilerServices;
using Pitchly.AspNetCore.Stores;
using StackExchange.Redis;

namespace Pitchly.AspNetCore.Redis;

/// <summary>
/// A store in Redis: a hash for each key, and a set of the keys. All keys are in one slot of a cluster. The store's time is the time of the
/// Redis server.
/// </summary>
internal sealed class RedisStore(RedisConnection connection) : IPitchlyStore
{
    private const string Prefix = "{pitchly}:";

    private const string Index = Prefix + "keys";

    private const string Read = """
        local found = redis.call('HMGET', KEYS[1], 'version', 'text')
        local now = redis.call('TIME')
        return { found[1], found[2], now[1], now[2] }
        """;

    private const string Write = """
        if (redis.call('HGET', KEYS[1], 'version') or '0') ~= ARGV[1] then
          return 0
        end
        redis.call('HSET', KEYS[1], 'version', ARGV[2], 'text', ARGV[3])
        redis.call('SADD', KEYS[2], ARGV[4])
        return 1
        """;

    private const string Remove = """
        if (redis.call('HGET', KEYS[1], 'version') or '0') ~= ARGV[1] then
          return 0
        end
        redis.call('SREM', KEYS[2], ARGV[2])
        return redis.call('DEL', KEYS[1])
        """;

    public async ValueTask<StoredText> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var redis = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        var read = (RedisValue[])(await redis.ScriptEvaluateAsync(Read, [Prefix + key]).WaitAsync(cancellationToken)
            .ConfigureAwait(false))!;
        var now = DateTimeOffset.FromUnixTimeSeconds((long)read[2]) + TimeSpan.FromMicroseconds((long)read[3]);
        return read[0].IsNull ? new StoredText(null, StoredText.NoVersion, now) : new StoredText(read[1], (long)read[0], now);
    }

    public async ValueTask<bool> TryWriteAsync(string key, string? text, long version, CancellationToken cancellationToken)
    {
        var redis = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        RedisKey[] keys = [Prefix + key, Index];
        var written = text is null
            ? redis.ScriptEvaluateAsync(Remove, keys, [Text(version), key])
            : redis.ScriptEvaluateAsync(Write, keys, [Text(version), Text(version + 1), text, key]);
        return (long)await written.WaitAsync(cancellationToken).ConfigureAwait(false) == 1;
    }

    public async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var redis = await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var key in redis.SetScanAsync(Index, prefix + "*").WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var text = await redis.HashGetAsync(Prefix + key.ToString(), "text").WaitAsync(cancellationToken).ConfigureAwait(false);
            if (!text.IsNull)
            {
                yield return text!;
            }
        }
    }

    private static string Text(long version) => version.ToString(CultureInfo.InvariantCulture);
}
