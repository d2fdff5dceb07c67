using OpenTelemetry;
using Pitchly;
using Pitchly.AspNetCore.Diagnostics;

namespace DealRoom.Server;

/// <summary>Metrics, traces and logs, sent to where OTEL_EXPORTER_OTLP_ENDPOINT says: the Aspire dashboard, for example.</summary>
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
