using System.Net;
using Spectre.Console;

namespace Pitchly.Emulator.Tool;

/// <summary>
/// The output of the command when the emulator has started. Each value is on one line, regardless of the width of the console, so that
/// scripts can read it.
/// </summary>
internal static class Announcement
{
    public static void Write(PitchlyEmulator emulator, EmulatorOptions options)
    {
        if (!IPAddress.IsLoopback(options.Address))
        {
            AnsiConsole.MarkupLine("[yellow]Warning:[/] The emulator is open to the network, and issues tokens to every client there.");
        }

        AnsiConsole.MarkupLine("[bold]Pitchly emulator[/]");
        Write("Page", emulator.Origin.ToString());
        Write("Origin", emulator.Origin.GetLeftPart(UriPartial.Authority));
        foreach (var app in emulator.AppIds)
        {
            Write("App ID", app);
            Write("App Secret in", emulator.SecretPathOf(app));
        }

        Write("Organization", emulator.User.OrganizationId);
        Write("Database", emulator.User.DatabaseId);
        AnsiConsole.MarkupLine("[grey]Press Ctrl+C to shut down.[/]");
    }

    private static void Write(string name, string value)
    {
        AnsiConsole.Markup($"  [green]{name,-16}[/] ");
        Console.WriteLine(value);
    }
}
