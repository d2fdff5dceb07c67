using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pitchly.AspNetCore.Diagnostics;

/// <summary>The activities and instruments of servers.</summary>
internal static class ServerTelemetry
{
    private static readonly ActivitySource Activities = new(PitchlyServerTelemetry.Name);

    private static readonly Meter Meter = new(PitchlyServerTelemetry.Name);

    private static readonly Counter<long> Refreshes =
        Meter.CreateCounter<long>("pitchly.server.refreshes", "{refresh}", "Tokens received, by refresh token or client credentials.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("pitchly.server.refresh.failures", "{failure}", "Renewals that failed.");

    private static readonly Counter<long> Superseded =
        Meter.CreateCounter<long>("pitchly.server.refreshes.superseded", "{refresh}", "Responses received too late to be stored.");

    private static readonly Counter<long> LostReleases =
        Meter.CreateCounter<long>("pitchly.server.lock.releases.failed", "{lock}", "Locks that remain until their lease expires.");

    private static readonly Histogram<double> LockWait =
        Meter.CreateHistogram<double>("pitchly.server.lock.wait.duration", "s", "The time that a node waited for a lock.");

    private static readonly Counter<long> Callbacks =
        Meter.CreateCounter<long>("pitchly.server.callbacks", "{request}", "Requests to callback endpoints.");

    public static Activity? Renewal() => Activities.StartActivity("pitchly.server.renewal");

    public static void TokenReceived(string grant) => Refreshes.Add(1, new KeyValuePair<string, object?>("pitchly.grant", grant));

    public static void Failed(PitchlyError error) => Failures.Add(1, new KeyValuePair<string, object?>("error.type", error.Name));

    public static void TokenReceivedTooLate() => Superseded.Add(1);

    public static void ReleaseFailed() => LostReleases.Add(1);

    public static void CallbackReceived(int status) =>
        Callbacks.Add(1, new KeyValuePair<string, object?>("http.response.status_code", status));

    /// <summary>Measures the duration of a wait until the result is disposed.</summary>
    public static Wait Waiting() => new(Stopwatch.GetTimestamp());

    public readonly struct Wait(long start) : IDisposable
    {
        public void Dispose() => LockWait.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
