using System.CommandLine;
using Pitchly;
using Pitchly.Emulator;
using Quickstart;
using Spectre.Console;

var origin = new Option<Uri?>("--origin")
{
    Description = "The URL of a running emulator. If omitted, an emulator is started.",
    CustomParser = result => Addresses.Parse(result)
};
var appId = new Option<string?>("--app-id") { Description = "The App ID that the emulator at --origin printed." };
var command = new RootCommand("Connects an App to Pitchly's emulator, and demonstrates the SDK.") { origin, appId };
command.SetAction(async (arguments, cancellationToken) =>
{
    try
    {
        if (arguments.GetValue(origin) is { } address)
        {
            var id = arguments.GetValue(appId)
                ?? throw new ArgumentException("--origin requires the App ID that the emulator printed: --app-id app….");
            await new Tour(address, new AppId(id)).RunAsync(cancellationToken);
        }
        else
        {
            await using var emulator = await PitchlyEmulator.StartAsync(cancellationToken: cancellationToken);
            await new Tour(emulator.Origin, new AppId(emulator.AppId)).RunAsync(cancellationToken);
        }

        return 0;
    }
    catch (Exception error) when (error is PitchlyException or EmulatorException or ArgumentException)
    {
        AnsiConsole.MarkupLineInterpolated($"[red]{error.Message}[/]");
        return 1;
    }
});
return await command.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
