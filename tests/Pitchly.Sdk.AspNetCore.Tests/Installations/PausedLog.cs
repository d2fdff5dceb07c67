using Microsoft.Extensions.Logging;

namespace Pitchly.AspNetCore.Tests.Installations;

/// <summary>A logger that blocks the first caller that logs the specified event until the test releases it.</summary>
internal sealed class PausedLog(string name) : ILoggerProvider, ILogger
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly ManualResetEventSlim _go = new();

    public Task Reached => _reached.Task;

    public void Go() => _go.Set();

    public ILogger CreateLogger(string categoryName) => this;

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (eventId.Name == name && _reached.TrySetResult())
        {
            _go.Wait(TestContext.Current.CancellationToken);
        }
    }

    public void Dispose() => _go.Set();
}
