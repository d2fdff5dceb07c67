using System.Formats.Tar;
using System.IO.Compression;
using System.Text.Json;

namespace Pitchly.Package.Tests;

/// <summary>
/// Tests that the emulator's image contains the emulator and starts it. The base image is a replacement for ASP.NET Core's.
/// </summary>
public sealed class ContainerImageTests(PackedSdk packages) : IDisposable
{
    /// <summary>The first byte of a gzip file (RFC 1952, section 2.3.1).</summary>
    private const int GZipMark = 0x1f;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-image-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Image_starts_the_emulator_on_all_addresses()
    {
        using var registry = new BaseImageRegistry();
        var archive = Path.Combine(_folder.FullName, "image.tar.gz");
        string[] publish =
        [
            "publish", "src/Pitchly.Emulator.Tool", "-t:PublishContainer", "-c", "Release", "--artifacts-path", packages.Artifacts
        ];
        string[] version = [$"-p:MinVerVersionOverride={PackedSdk.Version}", $"-p:Version={PackedSdk.Version}"];
        var start = Dotnet.StartInfo(PackedSdk.Repository, "dotnet", [
            .. publish, .. version, "-p:NuGetAudit=false", $"-p:ContainerBaseImage={registry.Address}/base:1",
            $"-p:ContainerArchiveOutputPath={archive}"]);
        start.Environment["DOTNET_CONTAINER_INSECURE_REGISTRIES"] = registry.Address;
        var (exitCode, output) = await Dotnet.RunAsync(start);
        Assert.True(exitCode == 0, output);

        var folder = Path.Combine(_folder.FullName, "image");
        Extract(archive, folder);
        var manifest = JsonElement.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "manifest.json"), Cancellation))[0];
        Assert.StartsWith("pitchly-emulator:", manifest.GetProperty("RepoTags")[0].GetString(), StringComparison.Ordinal);
        var config = JsonElement.Parse(await File.ReadAllTextAsync(
            Path.Combine(folder, manifest.GetProperty("Config").GetString()!), Cancellation))
            .GetProperty("config");
        Assert.True(config.GetProperty("ExposedPorts").TryGetProperty("5005/tcp", out _));
        await StartsAsync(folder, manifest, config);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task StartsAsync(string folder, JsonElement manifest, JsonElement config)
    {
        var root = Path.Combine(folder, "root");
        foreach (var layer in manifest.GetProperty("Layers").EnumerateArray())
        {
            Extract(Path.Combine(folder, layer.GetString()!), root);
        }

        Assert.True(File.Exists(Path.Combine(root, "etc", "base")));
        var words = config.GetProperty("Entrypoint").EnumerateArray().Select(word => word.GetString()!).ToList();
        Assert.Equal(["dotnet", "/app/pitchly-emulator.dll", "--bind", "0.0.0.0"], words);
        await using var emulator =
            new RunningProgram(Dotnet.StartInfo(folder, "dotnet", [Path.Combine(root, "app/pitchly-emulator.dll"), "--port", "0"]));
        using var http = new LongTimeoutHttpClient();
        Assert.Contains("<html", await http.GetStringAsync(await emulator.ServingAsync(), Cancellation), StringComparison.Ordinal);
    }

    private static void Extract(string archive, string folder)
    {
        Directory.CreateDirectory(folder);
        using var file = File.OpenRead(archive);
        var isZipped = file.ReadByte() == GZipMark;
        file.Position = 0;
        using var content = isZipped ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        TarFile.ExtractToDirectory(content, folder, overwriteFiles: true);
    }
}
