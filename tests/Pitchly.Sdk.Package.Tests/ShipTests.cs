namespace Pitchly.Package.Tests;

/// <summary>Tests <c>eng/release/ship.sh</c>, which moves the entries that a release ships, on a small repository.</summary>
public sealed class ShipTests : IDisposable
{
    private const string Nothing = "#nullable enable\n";
    private const string Rules =
        "### New Rules\n\nRule ID | Category | Severity | Notes\n--------|----------|----------|-------\nX1 | Use | Error | A rule\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-ship-");

    public ShipTests()
    {
        Write("eng/release/ship.sh", File.ReadAllText(Path.Combine(PackedSdk.Repository, "eng/release/ship.sh")));
        Write("src/A/PublicAPI.Shipped.txt", Nothing + "A.One() -> void\nA.Two() -> void\n");
        Write("src/A/PublicAPI.Unshipped.txt", Nothing + "*REMOVED*A.One() -> void\nA.Three() -> void\n");
        Write("generators/G/AnalyzerReleases.Shipped.md", "; Shipped analyzer releases\n");
        Write("generators/G/AnalyzerReleases.Unshipped.md", "; Unshipped analyzer release\n\n" + Rules);
        Write("CHANGELOG.md", "# Changelog\n\n## [Unreleased]\n\n- A change.\n");
    }

    [Fact]
    public async Task Unshipped_API_becomes_shipped()
    {
        await ShipAsync("1.0.0");

        Assert.Equal(Nothing + "A.Three() -> void\nA.Two() -> void\n", Read("src/A/PublicAPI.Shipped.txt"));
        Assert.Equal(Nothing, Read("src/A/PublicAPI.Unshipped.txt"));
    }

    [Fact]
    public async Task Unshipped_diagnostics_move_to_the_release()
    {
        await ShipAsync("1.0.0");

        Assert.Equal("; Shipped analyzer releases\n\n## Release 1.0.0\n\n" + Rules, Read("generators/G/AnalyzerReleases.Shipped.md"));
        Assert.Equal("; Unshipped analyzer release\n", Read("generators/G/AnalyzerReleases.Unshipped.md"));
    }

    [Fact]
    public async Task Unreleased_changes_move_to_the_release()
    {
        await ShipAsync("1.0.0");

        Assert.Matches(@"^# Changelog\n\n## \[Unreleased\]\n\n## \[1\.0\.0\] - \d{4}-\d\d-\d\d\n\n- A change\.\n$", Read("CHANGELOG.md"));
    }

    [Fact]
    public async Task Shipping_again_changes_nothing()
    {
        await ShipAsync("1.0.0");
        var first = Files();

        await ShipAsync("1.0.0");

        Assert.Equal(first, Files());
    }

    [Theory]
    [InlineData("1.0.0-rc.1")]
    [InlineData("v1.0.0")]
    [InlineData("")]
    public async Task Invalid_release_version_is_refused(string version)
    {
        var first = Files();

        var (exitCode, output) = await RunAsync(version);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"'{version}' is no version of a release", output, StringComparison.Ordinal);
        Assert.Equal(first, Files());
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task ShipAsync(string version)
    {
        var (exitCode, output) = await RunAsync(version);
        Assert.True(exitCode == 0, output);
    }

    private Task<(int ExitCode, string Output)> RunAsync(string version) =>
        Dotnet.RunAsync(_folder.FullName, "bash", ["eng/release/ship.sh", version]);

    private List<(string, string)> Files() =>
    [
        .. Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (file, File.ReadAllText(file))),
    ];

    private void Write(string path, string text)
    {
        var file = Path.Combine(_folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    private string Read(string path) => File.ReadAllText(Path.Combine(_folder.FullName, path));
}
