namespace Pitchly.Package.Tests;

/// <summary>Tests that bash can run the shell commands of README.md and of the pages under docs as written.</summary>
public sealed class CommandTests(PackedSdk packages)
{
    /// <summary>Commands that don't run here, each with the reason.</summary>
    private static readonly Dictionary<string, string> NotRun = new()
    {
        ["./test.sh"] = "It runs this test.",
        ["dotnet run --project samples/DealRoom.Server.AppHost"] = "AppHostTests start it and see it end with all its parts.",
    };

    /// <summary>The folder in which the commands of a block run, by the block's first command.</summary>
    private static readonly Dictionary<string, Place> Places = new()
    {
        ["dotnet new console -o Hello && cd Hello"] = Place.FreshFolder,
        ["dotnet new install Pitchly.Templates"] = Place.FreshFolder,
        ["dotnet build -t:Rebuild -p:ErrorLog=findings.sarif%2Cversion=2.1"] = Place.Project,
        ["dotnet run --project samples/Quickstart"] = Place.Repository,
        ["dotnet run --project samples/DealRoom.Host"] = Place.Repository,
        ["dotnet run --project samples/DealRoom.Server.AppHost"] = Place.Repository,
        ["dotnet run --project src/Pitchly.Emulator.Tool -- --port 5005"] = Place.Repository,
    };

    private enum Place
    {
        /// <summary>An empty folder. The commands of a block depend on each other.</summary>
        FreshFolder,

        /// <summary>The folder of a project that references the SDK.</summary>
        Project,

        /// <summary>The root of this repository. Each command is independent.</summary>
        Repository,
    }

    /// <summary>Gets the command blocks, each with the first page that contains it.</summary>
    public static TheoryData<string, string> Blocks =>
    [
        .. DocsPage.All
            .SelectMany(page => page.Blocks("sh").Select(block => (page.Path, Commands: string.Join('\n', Commands(block)))))
            .DistinctBy(block => block.Commands),
    ];

    [Theory]
    [MemberData(nameof(Blocks))]
    public async Task Commands_of_a_page_succeed_as_written(string page, string commands)
    {
        var lines = commands.Split('\n');
        Assert.True(Places.TryGetValue(lines[0], out var place), $"Say in {nameof(Places)} where '{lines[0]}' of {page} is typed.");
        using var consumer = place == Place.Project ? new Consumer(packages, "Microsoft.NET.Sdk", "") : new Consumer(packages);

        foreach (var script in place == Place.Repository ? lines.Where(line => !NotRun.ContainsKey(line)) : [commands])
        {
            await RunAsync(script, place, consumer.Folder);
        }
    }

    private static IEnumerable<string> Commands(string block) =>
        block.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(" #")[0].Trim());

    /// <summary>Runs a script until it exits. A script that serves a page is stopped after the page has responded.</summary>
    private async Task RunAsync(string script, Place place, string temporary)
    {
        var folder = place == Place.Repository ? PackedSdk.Repository : temporary;
        var start = Dotnet.StartInfo(folder, "bash", ["-e", "-c", script]);
        if (place != Place.Repository)
        {
            // Keeps installed templates and packages out of the user's folders. A restore of this repository needs the user's packages.
            start.Environment["DOTNET_CLI_HOME"] = Path.Combine(temporary, ".home");
        }

        await using var program = new RunningProgram(start);
        if (await program.ServingOrEndedAsync() is { } address)
        {
            using var http = new LongTimeoutHttpClient();
            Assert.Contains("<html", await http.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        }
    }
}
