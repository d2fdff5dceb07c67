using System.CommandLine;
using Microsoft.Extensions.Logging;
using Pitchly.Emulator;
using Spectre.Console;

var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 for one that is free.", DefaultValueFactory = _ => 5005 };
var data = new Option<string?>("--data") { Description = "The SQLite file that keeps the data; in memory if left out." };
var apps = new Option<Uri[]>("--app")
{
    Description = "The address of an App to show in the page; may be given several times.",
    DefaultValueFactory = _ => [],
    CustomParser = result => [.. result.Tokens.Select(token => new Uri(token.Value, UriKind.RelativeOrAbsolute))],
};
var command = new RootCommand("Pitchly's platform on one machine, for building and testing Apps.") { port, data, apps };
command.SetAction(async (arguments, cancellationToken) =>
{
    try
    {
        var options = new EmulatorOptions
        {
            Port = arguments.GetValue(port),
            DatabasePath = arguments.GetValue(data),
            Logging = logging => logging.AddSimpleConsole(),
        };
        await using var emulator = await PitchlyEmulator.StartAsync(options, cancellationToken);
        foreach (var app in arguments.GetValue(apps)!)
        {
            emulator.Embed(app.IsAbsoluteUri ? app.Authority : app.OriginalString, app);
        }

        AnsiConsole.MarkupLine("[bold]Pitchly emulator[/]");
        Say("Page", emulator.Origin.ToString());
        Say("Origin", emulator.Origin.GetLeftPart(UriPartial.Authority));
        Say("App ID", emulator.AppId);
        Say("App Secret in", emulator.AppSecretPath);
        Say("Organization", emulator.User.OrganizationId);
        Say("Database", emulator.User.DatabaseId);
        AnsiConsole.MarkupLine("[grey]Press Ctrl+C to end it.[/]");
        await emulator.WaitForShutdownAsync(cancellationToken);
        return 0;
    }
    catch (EmulatorException error)
    {
        await Console.Error.WriteLineAsync(error.Message);
        return 1;
    }
});
return await command.Parse(args).InvokeAsync();

// One line for each, whatever the width of the console, so that scripts can read them.
static void Say(string name, string value)
{
    AnsiConsole.Markup($"  [green]{name,-16}[/] ");
    Console.WriteLine(value);
}
