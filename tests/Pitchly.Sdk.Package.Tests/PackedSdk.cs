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

    /// <summary>What the build makes on its way: here, so that no other build of this repository is disturbed.</summary>
    private string Artifacts => Path.Combine(_folder.FullName, "artifacts");

    public async ValueTask InitializeAsync()
    {
        foreach (var project in (string[])["src/Pitchly.Sdk", "src/Pitchly.Sdk.Browser", "src/Pitchly.Emulator", "src/Pitchly.Templates"])
        {
            await PackAsync(project, Feed);
        }
    }

    public ZipArchive Open(string package, string extension = "nupkg") => Open(Feed, package, extension);

    /// <summary>Packs a project anew, from nothing but its sources.</summary>
    public async Task<ZipArchive> PackAgainAsync(string project)
    {
        Directory.Delete(Artifacts, recursive: true);
        var feed = Path.Combine(_folder.FullName, "again");
        await PackAsync(project, feed);
        return Open(feed, Path.GetFileName(project), "nupkg");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private static ZipArchive Open(string feed, string package, string extension) => ZipFile.OpenRead(Path.Combine(feed, $"{package}.{Version}.{extension}"));

    private async Task PackAsync(string project, string feed)
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            Repository, "pack", project, "-c", "Release", "-o", feed, "--artifacts-path", Artifacts, $"-p:MinVerVersionOverride={Version}", $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true");
        Assert.True(exitCode == 0, output);
    }
}
