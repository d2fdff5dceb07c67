using OpenTelemetry;
using Pitchly;
using Pitchly.AspNetCore.Diagnostics;

namespace DealRoom.Server;

/// <summary>Exports metrics, traces and logs to OTEL_EXPORTER_OTLP_ENDPOINT, for example to the Aspire dashboard.</summary>
internal static class Telemetry
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 })
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .WithMetrics(metrics => metrics.AddMeter(PitchlyServerTelemetry.Name, PitchlyTelemetry.Name))
            .WithTracing(traces => traces.AddSource(PitchlyServerTelemetry.Name, PitchlyTelemetry.Name))
            .WithLogging()
            .UseOtlpExporter();
    }
}
