using Npgsql;

[assembly: AssemblyFixture(typeof(Pitchly.AspNetCore.Tests.Stores.SharedPostgreSql))]

namespace Pitchly.AspNetCore.Tests.Stores;

/// <summary>A PostgreSQL server for all tests that don't kill it, started by the first one. Each test has its own database.</summary>
public sealed class SharedPostgreSql : IAsyncDisposable
{
    private readonly PostgreSqlServer _server = new();
    private readonly SemaphoreSlim _starting = new(1);
    private bool _isRunning;
    private int _databases;

    /// <summary>Creates a database and returns its connection string.</summary>
    public async Task<string> NewDatabaseAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        await _starting.WaitAsync(cancellation);
        try
        {
            if (!_isRunning)
            {
                await _server.StartAsync();
                _isRunning = true;
            }

            var name = $"test{++_databases}";
            await using var connection = new NpgsqlConnection(_server.Connection);
            await connection.OpenAsync(cancellation);
            await using var create = new NpgsqlCommand($"CREATE DATABASE {name}", connection);
            await create.ExecuteNonQueryAsync(cancellation);
            return _server.Connection.Replace("Database=postgres", $"Database={name}", StringComparison.Ordinal);
        }
        finally
        {
            _starting.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _starting.Dispose();
    }
}
