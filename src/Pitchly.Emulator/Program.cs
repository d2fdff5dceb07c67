using System.CommandLine;
using Pitchly.Emulator;

var port = new Option<int>("--port") { Description = "The port on 127.0.0.1; 0 for one that is free.", DefaultValueFactory = _ => 5005 };
var data = new Option<string?>("--data") { Description = "The SQLite file that keeps the data; in memory if left out." };
var apps = new Option<Uri[]>("--app") { Description = "The address of an App to show in the page; may be given several times.", DefaultValueFactory = _ => [], CustomParser = result => [.. result.Tokens.Select(token => new Uri(token.Value, UriKind.RelativeOrAbsolute))] };
var command = new RootCommand("Pitchly's platform on one machine, for building and testing Apps.") { port, data, apps };
command.SetAction(async (arguments, cancellationToken) =>
{
    try
    {
        await using var emulator = await PitchlyEmulator.StartAsync(
            new EmulatorOptions
            {
                Port = arguments.GetValue(port),
                DatabasePath = arguments.GetValue(data),
                Logging = logging => logging.AddSimpleConsole(),
            },
            cancellationToken);
        foreach (var app in arguments.GetValue(apps)!)
        {
            emulator.Embed(app.IsAbsoluteUri ? app.Authority : app.OriginalString, app);
        }

        Console.WriteLine($"""
            Pitchly emulator
              Page             {emulator.Origin}
              Origin           {emulator.Origin.GetLeftPart(UriPartial.Authority)}
              App ID           {emulator.AppId}
              App Secret in    {emulator.AppSecretPath}
              Organization     {emulator.User.OrganizationId}
              Database         {emulator.User.DatabaseId}
            Press Ctrl+C to end it.
            """);
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
