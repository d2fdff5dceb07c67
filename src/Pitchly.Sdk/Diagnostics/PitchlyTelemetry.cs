using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pitchly;

/// <summary>
/// The activities and metrics of the SDK. To collect them with OpenTelemetry, call <c>AddSource(PitchlyTelemetry.Name)</c> and
/// <c>AddMeter(PitchlyTelemetry.Name)</c>.
/// </summary>
/// <remarks>docs/tokens.md lists the activities, instruments and tags. None of them ever contains a token.</remarks>
public static class PitchlyTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Pitchly.Sdk";

    internal static readonly ActivitySource Activities = new(Name);

    private static readonly Meter Meter = new(Name);

    private static readonly Counter<long> Renewals =
        Meter.CreateCounter<long>("pitchly.token.renewals", "{renewal}", "Access tokens received.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("pitchly.token.failures", "{failure}", "Failed requests for an access token.");

    private static readonly Histogram<double> RenewalDuration =
        Meter.CreateHistogram<double>("pitchly.token.request.duration", "s", "The duration of requests for an access token.");

    private static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram<double>("pitchly.client.call.duration", "s", "The duration of calls of generated clients.");

    internal static void TokenReceived(TimeSpan duration)
    {
        Renewals.Add(1);
        RenewalDuration.Record(duration.TotalSeconds);
    }

    internal static void TokenFailed(TimeSpan duration, PitchlyError error)
    {
        Failures.Add(1, new KeyValuePair<string, object?>("error.type", error.Name));
        RenewalDuration.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("error.type", error.Name));
    }

    internal static void Called(string endpoint, TimeSpan duration, PitchlyError? error) => CallDuration.Record(
        duration.TotalSeconds,
        new KeyValuePair<string, object?>("pitchly.endpoint", endpoint),
        new KeyValuePair<string, object?>("error.type", error?.Name));
}
