using System.Net;
using Spectre.Console;

namespace Pitchly.Emulator.Tool;

/// <summary>
/// The output of the command when the emulator has started. Each value is on one line, regardless of the width of the console, so that
/// scripts can read it.
/// </summary>
internal static class Announcement
{
    public static void Say(PitchlyEmulator emulator, EmulatorOptions options)
    {
        if (!IPAddress.IsLoopback(options.Address))
        {
            AnsiConsole.MarkupLine("[yellow]Warning:[/] The emulator is open to the network, and issues tokens to every client there.");
        }

        AnsiConsole.MarkupLine("[bold]Pitchly emulator[/]");
        Say("Page", emulator.Origin.ToString());
        Say("Origin", emulator.Origin.GetLeftPart(UriPartial.Authority));
        foreach (var app in emulator.AppIds)
        {
            Say("App ID", app);
            Say("App Secret in", emulator.SecretPathOf(app));
        }

        Say("Organization", emulator.User.OrganizationId);
        Say("Database", emulator.User.DatabaseId);
        AnsiConsole.MarkupLine("[grey]Press Ctrl+C to shut down.[/]");
    }

    private static void Say(string name, string value)
    {
        AnsiConsole.Markup($"  [green]{name,-16}[/] ");
        Console.WriteLine(value);
    }
}
