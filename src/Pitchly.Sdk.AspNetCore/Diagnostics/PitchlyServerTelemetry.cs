namespace Pitchly.AspNetCore.Diagnostics;

/// <summary>
/// The name by which OpenTelemetry subscribes to servers: <c>AddSource(PitchlyServerTelemetry.Name)</c> and
/// <c>AddMeter(PitchlyServerTelemetry.Name)</c>.
/// </summary>
/// <remarks>docs/server.md lists the activities, instruments and tags. None of them ever carries a token.</remarks>
public static class PitchlyServerTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Pitchly.Sdk.AspNetCore";
}
