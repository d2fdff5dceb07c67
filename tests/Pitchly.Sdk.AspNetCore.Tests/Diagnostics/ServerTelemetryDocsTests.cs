using System.Diagnostics.Metrics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using Pitchly.AspNetCore.Diagnostics;

namespace Pitchly.AspNetCore.Tests.Diagnostics;

/// <summary>Tests that docs/server.md lists exactly the metrics, traces and logs that exist.</summary>
public sealed partial class ServerTelemetryDocsTests
{
    private static readonly string _page = File.ReadAllText(Path.Combine(Folder(), "..", "..", "..", "docs", "server.md"));

    [Fact]
    public void Every_instrument_is_documented_with_its_unit()
    {
        var instruments = new List<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == PitchlyServerTelemetry.Name)
                {
                    instruments.Add(instrument);
                }
            },
        };
        RuntimeHelpers.RunClassConstructor(typeof(ServerTelemetry).TypeHandle);
        listener.Start();

        Assert.Equal(
            instruments.Select(instrument => instrument.Name).Order(),
            DocumentedInstrument().Matches(_page).Select(row => row.Groups[1].Value).Order());
        Assert.All(
            instruments, instrument => Assert.Contains($"`{instrument.Name}` | `{instrument.Unit}` |", _page, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_event_of_the_log_is_documented_with_its_level()
    {
        var events = typeof(ServerLog).GetMethods(BindingFlags.Static | BindingFlags.Public)
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(log => (log.EventId, log.Level));

        Assert.Equal(events.Order(), DocumentedEvents().Order());
    }

    private static IEnumerable<(int Id, LogLevel Level)> DocumentedEvents()
    {
        foreach (Match row in DocumentedEvent().Matches(_page))
        {
            var (ids, levels) = (row.Groups[1].Value.Split(", "), row.Groups[2].Value.Split(", "));
            for (var i = 0; i < ids.Length; i++)
            {
                yield return (int.Parse(ids[i], System.Globalization.CultureInfo.InvariantCulture), Enum.Parse<LogLevel>(levels[Math.Min(i,
                    levels.Length - 1)]));
            }
        }
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex(@"^\| `(pitchly\.server\.[a-z.]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedInstrument();

    [GeneratedRegex(@"^\| (3\d\d(?:, 3\d\d)*) \| ([A-Z][a-z]+(?:, [A-Z][a-z]+)*) \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedEvent();
}
