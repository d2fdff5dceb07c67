using System.IO.Compression;
using System.Reflection;

[assembly: AssemblyFixture(typeof(Pitchly.Package.Tests.PackedSdk))]

namespace Pitchly.Package.Tests;

/// <summary>The packages, packed once for all tests from the sources of this repository into a feed of their own.</summary>
public sealed class PackedSdk : IAsyncLifetime
{
    public const string Version = "0.0.0-tested";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-package-");

    public static string Repository { get; } = Path.GetFullPath(
        typeof(PackedSdk).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "Repository").Value!);

    public string Feed => Path.Combine(_folder.FullName, "feed");

    /// <summary>Where restored packages of the feed go, so that the machine's own cache never learns of them.</summary>
    public string Cache => Path.Combine(_folder.FullName, "cache");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["src/Pitchly.Sdk", "src/Pitchly.Sdk.Browser"])
        {
            await PackAsync(project);
        }
    }

    public ZipArchive Open(string package, string extension = "nupkg") => ZipFile.OpenRead(Path.Combine(Feed, $"{package}.{Version}.{extension}"));

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task PackAsync(string project)
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            Repository, "pack", project, "-c", "Release", "-o", Feed, "--artifacts-path", Path.Combine(_folder.FullName, "artifacts"), $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true");
        Assert.True(exitCode == 0, output);
    }
}
