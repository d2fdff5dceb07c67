namespace Pitchly.AspNetCore.Diagnostics;

/// <summary>
/// The name under which OpenTelemetry subscribes to the telemetry of servers: <c>AddSource(PitchlyServerTelemetry.Name)</c> and
/// <c>AddMeter(PitchlyServerTelemetry.Name)</c>.
/// </summary>
/// <remarks>docs/server.md lists the activities, instruments and tags. They never contain a token.</remarks>
public static class PitchlyServerTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Pitchly.Sdk.AspNetCore";
}
