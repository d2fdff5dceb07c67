using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(Pitchly.Package.Tests.PackedSdk))]

namespace Pitchly.Package.Tests;

/// <summary>The packages, packed once for all tests from the sources of this repository into a feed of their own.</summary>
public sealed class PackedSdk : IAsyncLifetime
{
    public const string Version = "0.0.0-tested";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-package-");

    private readonly Lazy<Task<string>> _templates;

    public PackedSdk() => _templates = new(InstallTemplatesAsync);

    public static string Repository { get; } = Path.GetFullPath(BuildProperty("Repository"));

    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>Where restored packages of the feed go, so that the machine's own cache never learns of them.</summary>
    public string Cache => Path.Combine(_folder.FullName, "cache");

    /// <summary>What the build makes on its way: here, so that no other build of this repository is disturbed.</summary>
    public string Artifacts => Path.Combine(_folder.FullName, "artifacts");

    /// <summary>What the commands of the pages build, one after the other.</summary>
    public string DebugArtifacts => Path.Combine(_folder.FullName, "debug");

    /// <summary>Returns a property of the build that made this test.</summary>
    public static string BuildProperty(string name) =>
        typeof(PackedSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == name).Value!;

    /// <summary>Packs the sources of a folder into a feed as a release does, but for its addresses.</summary>
    public static async Task PackAsync(string sources, string feed, params IEnumerable<string> arguments)
    {
        string[] pack = ["eng/release/pack.sh", Version, feed, "-p:PitchlyRelease=false"];
        var (exitCode, output) = await Dotnet.RunAsync(sources, "bash", [.. pack, .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    public async ValueTask InitializeAsync() => await PackAsync(Repository, Feed, "--artifacts-path", Artifacts);

    /// <summary>Installs the templates on first use, apart from those of this machine's user, and returns where.</summary>
    public Task<string> TemplatesAsync() => _templates.Value;

    public ZipArchive Open(string package, string extension = "nupkg") =>
        ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.{extension}"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> InstallTemplatesAsync()
    {
        var hive = Path.Combine(_folder.FullName, "templates");
        string[] install = ["new", "install", Path.Combine(Feed, $"Pitchly.Templates.{Version}.nupkg"), "--debug:custom-hive", hive];
        var (exitCode, output) = await Dotnet.RunAsync(_folder.FullName, install);
        Assert.True(exitCode == 0, output);
        return hive;
    }
}
