using StackExchange.Redis;

namespace Pitchly.AspNetCore.Redis;

/// <summary>
/// The connection that the store and the lock share. It is opened at first use and reconnects automatically after an outage.
/// </summary>
internal sealed class RedisConnection(string configuration) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1);
    private volatile ConnectionMultiplexer? _connection;

    public async ValueTask<IDatabase> OpenAsync(CancellationToken cancellationToken)
    {
        if (_connection is { } open)
        {
            return open.GetDatabase();
        }

        await _opening.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            _connection ??= await ConnectionMultiplexer.ConnectAsync(Options(configuration)).ConfigureAwait(false);
            return _connection.GetDatabase();
        }
        finally
        {
            _opening.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        _opening.Dispose();
        if (_connection is { } open)
        {
            await open.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static ConfigurationOptions Options(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);

        // Calls fail immediately while Redis is unavailable, so that callers receive the error.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        return options;
    }
}
