using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.ExceptionServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Pitchly.Sdk.Tests;

[assembly: AssemblyFixture(typeof(LeakWatch))]

namespace Pitchly.Sdk.Tests;

/// <summary>
/// Watches log lines, exception messages, and the names and tags of activities during the whole test run. A token or secret in any of them
/// fails the run.
/// </summary>
public sealed partial class LeakWatch : IDisposable
{
    private static readonly ConcurrentQueue<string> Leaks = new();

    private static long s_seen;

    private readonly ActivityListener _activities = new()
    {
        ShouldListenTo = source => source.Name == PitchlyTelemetry.Name,
        Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
        ActivityStopped = activity => Read(
            "activity",
            $"{activity.OperationName} {activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)}"),
    };

    public LeakWatch()
    {
        ActivitySource.AddActivityListener(_activities);
        AppDomain.CurrentDomain.FirstChanceException += OnException;
    }

    /// <summary>Gets a logger factory that checks all log lines and does not store them.</summary>
    public static ILoggerFactory Loggers { get; } =
        LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new Provider()));

    /// <summary>Matches Pitchly's secrets and tokens (a prefix, or 43 characters of mixed kinds), and those that the tests use.</summary>
    [GeneratedRegex(@"ply[su]_\w{20}|(?<![\w-])(?=[\w-]*\d)(?=[\w-]*[A-Z])(?=[\w-]*[a-z])[\w-]{43}(?![\w-])|hush|the-token")]
    private static partial Regex Secret();

    /// <summary>Fails the run if anything leaked or if nothing was read.</summary>
    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= OnException;
        _activities.Dispose();
        Assert.NotEqual(0, Interlocked.Read(ref s_seen));
        Assert.Empty(Leaks);
    }

    public static bool IsLeak(string text) => Secret().IsMatch(text);

    private static void OnException(object? sender, FirstChanceExceptionEventArgs arguments)
    {
        if (arguments.Exception.GetType().FullName is { } type && !type.StartsWith("Xunit", StringComparison.Ordinal))
        {
            Read(type, arguments.Exception.Message);
        }
    }

    private static void Read(string where, string text)
    {
        Interlocked.Increment(ref s_seen);
        if (IsLeak(text))
        {
            Leaks.Enqueue($"{where}: {text}");
        }
    }

    private sealed class Provider : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Read($"log {eventId.Id}", formatter(state, exception) + exception?.Message);

        public void Dispose()
        {
        }
    }
}
