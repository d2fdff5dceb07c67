namespace Pitchly.Package.Tests;

/// <summary>
/// Tests that a release has real addresses, because those in Directory.Build.props may be placeholders, and an API that is compatible with
/// the last release.
/// </summary>
public sealed class ReleaseTests(PackedSdk packages)
{
    private const string Refusal = "can't be packed: its links would lead to";

    private static readonly string[] Addresses =
        ["-p:PitchlySite=https://docs.pitchly.dev/", "-p:PitchlyRepository=https://github.com/pitchly/sdk"];

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.0.0-rc.1", "-p:PitchlyRelease=true")]
    public async Task Release_with_placeholder_addresses_is_refused(string version, params string[] arguments)
    {
        var (exitCode, output) = await PackAsync(version, arguments);

        Assert.NotEqual(0, exitCode);
        Assert.Contains($"The release {version} {Refusal}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_with_real_addresses_is_packed()
    {
        var (exitCode, output) = await PackAsync("1.0.0", Addresses);

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Package_with_a_removed_API_is_refused()
    {
        const string Package = "Pitchly.Sdk";
        using var last = new Consumer(packages);
        last.Write("Last.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <AssemblyName>{Package}</AssemblyName>
                <Version>0.0.0</Version>
              </PropertyGroup>
            </Project>
            """);
        last.Write("Gone.cs", "public class Gone;");
        var (exitCode, output) = await last.RunAsync("pack", "-o", "feed");
        Assert.True(exitCode == 0, output);

        (exitCode, output) = await Dotnet.RunAsync(
            PackedSdk.Repository,
            [
                "pack", "src/" + Package, "--no-build", "-c", "Release", "--artifacts-path", packages.Artifacts,
                "-o", Path.Combine(last.Folder, "packed"),
                $"-p:Version={PackedSdk.Version}", $"-p:MinVerVersionOverride={PackedSdk.Version}",
                $"-p:PackageValidationBaselinePath={Path.Combine(last.Folder, "feed", Package + ".0.0.0.nupkg")}",
            ]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error CP0001: Type 'Gone' exists on", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/Pitchly.Sdk", "1.2.0")]
    [InlineData("src/Pitchly.Templates", "")]
    public async Task A_package_with_an_API_is_compared_with_the_last_release(string project, string expected)
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            PackedSdk.Repository, "msbuild", project, "-getProperty:PackageValidationBaselineVersion", "-p:PitchlyLastRelease=1.2.0");

        Assert.Equal((0, expected), (exitCode, output.Trim()));
    }

    private static async Task<(int ExitCode, string Output)> PackAsync(string version, IEnumerable<string> arguments)
    {
        var folder = Directory.CreateTempSubdirectory("pitchly-release-");
        try
        {
            string[] pack = ["pack", "src/Pitchly.Templates", "-o", folder.FullName, "--artifacts-path", folder.FullName];
            return await Dotnet.RunAsync(PackedSdk.Repository, [.. pack, $"-p:MinVerVersionOverride={version}", .. arguments]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
