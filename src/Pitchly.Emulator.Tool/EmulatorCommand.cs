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
    { Description = "The port to listen on. 0 selects a free port.", DefaultValueFactory = _ => DefaultPort };

    private static readonly Option<string?> Config = new("--config")
    {
        Description = "A JSON file with organizations, people, Apps and databases. 'pitchly-emulator schema' prints its JSON Schema.",
    };

    private static readonly Option<string?> Data = new(
        "--data")
    { Description = "The SQLite file that stores the data. By default, the data is in memory only." };

    private static readonly Option<bool> Reset = new("--reset") { Description = "Discard the contents of the data file." };

    private static readonly Option<UserConsent> Consent = new("--consent")
    {
        Description = "How the user responds when an App requests approval: approve, deny, or ask, which shows a consent page.",
        DefaultValueFactory = _ => UserConsent.Approve,
    };

    private static readonly Option<bool> NoBasic = new(
        "--no-basic")
    { Description = "Reject Basic authentication at the token endpoint, as Pitchly may do." };

    private static readonly Option<string> Bind = new("--bind")
    {
        Description =
            "The IP address to listen on. Any address other than 127.0.0.1 opens the emulator to the network, where it issues tokens to "
            + "every client. Use it in containers only.",
        DefaultValueFactory = _ => IPAddress.Loopback.ToString(),
    };

    private static readonly Option<string[]> Hosts = new("--host")
    {
        Description =
            "A host name that requests may use, in addition to those of this machine. Can be specified several times. Safe on a private "
            + "network only.",
        DefaultValueFactory = _ => [],
    };

    private static readonly Option<Uri[]> Apps = new("--app")
    {
        Description = "The URL of an App to show on the page. Can be specified several times.",
        DefaultValueFactory = _ => [],
        CustomParser = result => [.. result.Tokens.Select(token => new Uri(token.Value, UriKind.RelativeOrAbsolute))],
    };

    public static RootCommand Create()
    {
        var command = new RootCommand("Emulates Pitchly's platform on this machine, for building and testing Apps.")
        {
            Port, Config, Data, Reset, Consent, NoBasic, Bind, Hosts, Apps,
        };
        command.SetAction((arguments, cancellationToken) => ReportErrorsAsync(() => RunAsync(arguments, cancellationToken)));
        var schema = new Command("schema", "Prints the JSON Schema of the configuration file.");
        schema.SetAction(_ => Console.Out.Write(PlatformOptions.JsonSchema));
        command.Subcommands.Add(schema);
        return command;
    }

    private static async Task<int> ReportErrorsAsync(Func<Task> run)
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
                : throw new EmulatorException($"'{bind}' is not a valid IP address. Specify one such as 127.0.0.1."),
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

        Announcement.Write(emulator, options);
        await emulator.WaitForShutdownAsync(cancellationToken);
    }
}
