namespace Pitchly.Package.Tests;

/// <summary>The addresses in Directory.Build.props are stand-ins, which must not reach a release.</summary>
public sealed class ReleaseTests
{
    private const string Refusal = "can't be packed: its links would lead to";

    private static readonly string[] Addresses =
        ["-p:PitchlySite=https://docs.pitchly.dev/", "-p:PitchlyRepository=https://github.com/pitchly/sdk"];

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.0.0-rc.1", "-p:PitchlyRelease=true")]
    public async Task A_release_with_stand_ins_is_refused(string version, params string[] arguments)
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
