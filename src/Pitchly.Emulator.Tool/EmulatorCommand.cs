using System.CommandLine;
using System.Net;
using Microsoft.Extensions.Logging;
using Pitchly.Emulator;

namespace Pitchly.Emulator.Tool;

/// <summary>The command line: its options, and the emulator that it starts.</summary>
internal static class EmulatorCommand
{
    private const int DefaultPort = 5005;

    private static readonly Option<int> Port = new(
        "--port")
    { Description = "The port; 0 for one that is free.", DefaultValueFactory = _ => DefaultPort };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "A JSON file of organizations, people, Apps and databases; 'pitchly-emulator schema' prints its JSON Schema.",
    };

    private static readonly Option<string?> Data = new(
        "--data")
    { Description = "The SQLite file that keeps everything; in memory if left out." };

    private static readonly Option<bool> Reset = new("--reset") { Description = "Forget what the data file has kept." };

    private static readonly Option<UserConsent> Consent = new("--consent")
    {
        Description = "What the user says when an App asks for approval: approve, deny, or ask on a page.",
        DefaultValueFactory = _ => UserConsent.Approve,
    };

    private static readonly Option<bool> NoBasic = new(
        "--no-basic")
    { Description = "Refuse Basic authentication at the token endpoint, as Pitchly may." };

    private static readonly Option<string> Bind = new("--bind")
    {
        Description =
            "The address to listen at. Any but 127.0.0.1 opens the emulator to the network, and it hands tokens to whoever asks: "
            + "for containers alone.",
        DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
    };

    private static readonly Option<string[]> Hosts = new("--host")
    {
        Description =
            "A host by whose name it may be called, beside this machine's; may be given several times. Unsafe but in a network of "
            + "your own.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Uri[]> Apps = new("--app")
    {
        Description = "The address of an App to show in the page; may be given several times.",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => new Uri(token.Value, UriKind.RelativeOrAbsolute))],
    };

    public static RootCommand Create()
    {
        var command = new RootCommand("Pitchly's platform on one machine, for building and testing Apps.") { Port, Config, Data, Reset,
            Consent, NoBasic, Bind, Hosts, Apps };
        command.SetAction((arguments, cancellationToken) => TellAsync(() => RunAsync(arguments, cancellationToken)));
        var schema = new Command("schema", "Prints the JSON Schema of the configuration file.");
        schema.SetAction(_ => Console.Out.Write(PlatformOptions.JsonSchema));
        command.Subcommands.Add(schema);
        return command;
    }

    private static async Task<int> TellAsync(Func<Task> run)
    {
        try
        {
            await run();
            return 0;
        }
        catch (EmulatorException error)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return 1;
        }
    }

    private static async Task RunAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        var bind = arguments.GetValue(Bind)!;
        var options = new EmulatorOptions
        {
            Port = arguments.GetValue(Port),
            Address = IPAddress.TryParse(bind, out var address) ? address
                : throw new EmulatorException($"'{bind}' is no IP address. Give one such as 127.0.0.1."),
            AllowedHosts = arguments.GetValue(Hosts)!,
            Platform = arguments.GetValue(Config) is { } config ? PlatformOptions.Load(config) : null,
            DatabasePath = arguments.GetValue(Data),
            StartAnew = arguments.GetValue(Reset),
            Consent = arguments.GetValue(Consent),
            AllowBasicAuthentication = !arguments.GetValue(NoBasic),
            Logging = logging => logging.AddSimpleConsole(),
        };
        await using var emulator = await PitchlyEmulator.StartAsync(options, cancellationToken);
        foreach (var app in arguments.GetValue(Apps)!)
        {
            emulator.Embed(app.IsAbsoluteUri ? app.Authority : app.OriginalString, app);
        }

        Announcement.Say(emulator, options);
        await emulator.WaitForShutdownAsync(cancellationToken);
    }
}
