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
        Meter.CreateCounter<long>("pitchly.token.renewals", "{renewal}", "Access tokens that came.");

    private static readonly Counter<long> Failures =
        Meter.CreateCounter<long>("pitchly.token.failures", "{failure}", "Requests for an access token that failed.");

    private static readonly Histogram<double> RenewalDuration =
        Meter.CreateHistogram<double>("pitchly.token.request.duration", "s", "How long a request for an access token took.");

    private static readonly Histogram<double> CallDuration =
        Meter.CreateHistogram<double>("pitchly.client.call.duration", "s", "How long a call of a generated client took.");

    internal static void TokenCame(TimeSpan took)
    {
        Renewals.Add(1);
        RenewalDuration.Record(took.TotalSeconds);
    }

    internal static void TokenFailed(TimeSpan took, PitchlyError error)
    {
        Failures.Add(1, new KeyValuePair<string, object?>("error.type", error.Name));
        RenewalDuration.Record(took.TotalSeconds, new KeyValuePair<string, object?>("error.type", error.Name));
    }

    internal static void Called(string endpoint, TimeSpan took, PitchlyError? error) => CallDuration.Record(
        took.TotalSeconds,
        new KeyValuePair<string, object?>("pitchly.endpoint", endpoint),
        new KeyValuePair<string, object?>("error.type", error?.Name));
}
