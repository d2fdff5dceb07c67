using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(Pitchly.Package.Tests.PackedSdk))]

namespace Pitchly.Package.Tests;

/// <summary>The packages, packed once for all tests from the sources of this repository into a feed of their own.</summary>
public sealed class PackedSdk : IAsyncLifetime
{
    public const string Version = "0.0.0-tested";

    private static readonly string[] Projects =
    [
        "src/Pitchly.Sdk", "src/Pitchly.Sdk.Browser", "src/Pitchly.Sdk.AspNetCore", "src/Pitchly.Sdk.AspNetCore.PostgreSql",
        "src/Pitchly.Sdk.AspNetCore.Redis", "src/Pitchly.Emulator", "src/Pitchly.Emulator.Tool", "src/Pitchly.Secrets.Tool",
        "src/Pitchly.Templates",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-package-");

    public static string Repository { get; } = Path.GetFullPath(BuildProperty("Repository"));

    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>Where restored packages of the feed go, so that the machine's own cache never learns of them.</summary>
    public string Cache => Path.Combine(_folder.FullName, "cache");

    /// <summary>What the build makes on its way: here, so that no other build of this repository is disturbed.</summary>
    public string Artifacts => Path.Combine(_folder.FullName, "artifacts");

    /// <summary>Returns a property of the build that made this test.</summary>
    public static string BuildProperty(string name) =>
        typeof(PackedSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == name).Value!;

    /// <summary>Packs the sources of a folder into a feed.</summary>
    public static async Task PackAsync(string sources, string feed, params IEnumerable<string> arguments)
    {
        foreach (var project in Projects)
        {
            string[] pack = ["pack", project, "-c", "Release", "-o", feed, $"-p:MinVerVersionOverride={Version}", $"-p:Version={Version}"];
            var (exitCode, output) = await Dotnet.RunAsync(sources, [.. pack, .. arguments]);
            Assert.True(exitCode == 0, output);
        }
    }

    public async ValueTask InitializeAsync() => await PackAsync(Repository, Feed, "--artifacts-path", Artifacts);

    public ZipArchive Open(string package, string extension = "nupkg") =>
        ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.{extension}"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
