using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(Pitchly.Package.Tests.PackedSdk))]

namespace Pitchly.Package.Tests;

/// <summary>The packages, packed once for all tests from the sources of this repository into a separate feed.</summary>
public sealed class PackedSdk : IAsyncLifetime
{
    public const string Version = "0.0.0-tested";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-package-");

    private readonly Lazy<Task<string>> _templates;

    public PackedSdk() => _templates = new(InstallTemplatesAsync);

    public static string Repository { get; } = Path.GetFullPath(BuildProperty("Repository"));

    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>Gets the folder for restored packages, so that the packages of the feed do not get into the machine's cache.</summary>
    public string Cache => Path.Combine(_folder.FullName, "cache");

    /// <summary>Gets the folder for intermediate build output, so that it does not disturb other builds of this repository.</summary>
    public string Artifacts => Path.Combine(_folder.FullName, "artifacts");

    /// <summary>Returns a property of the build that created this test.</summary>
    public static string BuildProperty(string name) =>
        typeof(PackedSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == name).Value!;

    /// <summary>
    /// Packs the sources of a folder into a feed as a release does, except for its addresses. The analyzers have already run in the build
    /// of the tests.
    /// </summary>
    public static async Task PackAsync(string sources, string feed, params IEnumerable<string> arguments)
    {
        string[] pack = ["eng/release/pack.sh", Version, feed, "-p:PitchlyRelease=false", "-p:RunAnalyzers=false"];
        var (exitCode, output) = await Dotnet.RunAsync(sources, "bash", [.. pack, .. arguments]);
        Assert.True(exitCode == 0, output);
    }

    public async ValueTask InitializeAsync() => await PackAsync(Repository, Feed, "--artifacts-path", Artifacts);

    /// <summary>Installs the templates on first use, separately from those of the machine's user, and returns their folder.</summary>
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
