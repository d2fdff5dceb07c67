using System.Diagnostics;
using System.Text.Json;

namespace Pitchly.Analyzers.Tests;

/// <summary>Builds a Blazor client with secrets in all kinds of locations with the .NET SDK, as a user does.</summary>
[Trait("Speed", "Slow")]
public sealed class BuildTests
{
    [Fact]
    public async Task A_build_finds_secrets_in_all_files_and_writes_SARIF()
    {
        using var folder = new TemporaryFolder("Client");

        var (exitCode, output) = await BuildAsync(folder.Path, "-p:ErrorLog=findings.sarif%2Cversion=2.1");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("PITCHLY3001", output, StringComparison.Ordinal);
        using var sarif = JsonDocument.Parse(await File.ReadAllTextAsync(
            Path.Combine(folder.Path, "findings.sarif"), TestContext.Current.CancellationToken));
        var results = sarif.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()
            .Where(result => result.GetProperty("ruleId").GetString()!.StartsWith("PITCHLY3", StringComparison.Ordinal))
            .ToList();
        Assert.Equal(
            [
                "error PITCHLY3001 CSharp14.cs:17:42",
                "error PITCHLY3001 CSharp14.cs:32:28",
                "error PITCHLY3001 CSharp14.cs:33:25",
                "error PITCHLY3001 CSharp14.cs:34:9",
                "error PITCHLY3001 CSharp14.cs:5:45",
                "error PITCHLY3001 Carried/settings.json:1:19",
                "error PITCHLY3001 Client.csproj:7:49",
                "error PITCHLY3001 Pages/Form.razor:2:54",
                "error PITCHLY3001 Pages/Pitch.razor:11:25",
                "error PITCHLY3001 Pages/Pitch.razor:4:18",
                "error PITCHLY3001 Pages/Pitch.razor:5:45",
                "error PITCHLY3001 Program.cs:4:46",
                "error PITCHLY3001 Properties/launchSettings.json:2:103",
                "error PITCHLY3001 wwwroot/appsettings.json:4:18",
                "error PITCHLY3001 wwwroot/start.js:1:23",
                "error PITCHLY3002 Pages/Form.razor:4:24",
                "error PITCHLY3006 CSharp14.cs:38:30",
                "warning PITCHLY3001 wwwroot/known.json:1:19",
            ],
            results.Where(result => !result.TryGetProperty("suppressions", out _)).Select(Describe).Order(StringComparer.Ordinal));
        Assert.All(
            sarif.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
                .Where(rule => rule.GetProperty("id").GetString()!.StartsWith("PITCHLY", StringComparison.Ordinal)),
            rule => Assert.True(Uri.IsWellFormedUriString(rule.GetProperty("helpUri").GetString(), UriKind.Absolute), rule.ToString()));
        Assert.All(results, result => Assert.NotEqual(0, result.GetProperty("locations").GetArrayLength()));
        await SarifSchema.ValidateAsync(sarif.RootElement.GetRawText());
        Assert.DoesNotContain(
            "in-the-", string.Concat(results.Select(result => result.GetProperty("message").ToString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Project_kind_server_gets_warnings_or_errors()
    {
        using var folder = new TemporaryFolder("Client");

        var (lenient, output) = await BuildAsync(folder.Path, "-p:PitchlyProjectKind=server", "-p:PitchlySecretScan=false");
        var (strict, _) = await BuildAsync(
            folder.Path, "-p:PitchlyProjectKind=server", "-p:PitchlySecretScan=false", "-warnaserror:PITCHLY3001", "-t:Rebuild");

        Assert.Contains("warning PITCHLY3001", output, StringComparison.Ordinal);
        Assert.Equal(0, lenient);
        Assert.NotEqual(0, strict);
    }

    [Fact]
    public async Task Server_package_in_a_client_is_a_build_error()
    {
        using var folder = new TemporaryFolder("Client");
        var emulator = Path.Combine(folder.Path, "lib", "Pitchly.Emulator.dll");
        Directory.CreateDirectory(Path.GetDirectoryName(emulator)!);
        File.Copy(typeof(PitchlySecret).Assembly.Location, emulator);
        var project = Path.Combine(folder.Path, "Client.csproj");
        var text = await File.ReadAllTextAsync(project, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            project, text.Replace("<ItemGroup>", "<ItemGroup><Reference Include=\"lib/Pitchly.Emulator.dll\" />", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);

        var (exitCode, output) = await BuildAsync(folder.Path);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error PITCHLY2008", output, StringComparison.Ordinal);
    }

    private static string Describe(JsonElement result)
    {
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        var region = place.GetProperty("region");
        var path =
            new Uri(new Uri("file:///"), place.GetProperty("artifactLocation").GetProperty("uri").GetString()!).AbsolutePath.Split('/');
        var file = path[^2] is "Pages" or "wwwroot" or "Properties" or "Carried" ? $"{path[^2]}/{path[^1]}" : path[^1];
        var (line, column) = (region.GetProperty("startLine").GetInt32(), region.GetProperty("startColumn").GetInt32());
        return $"{result.GetProperty("level").GetString()} {result.GetProperty("ruleId").GetString()} {file}:{line}:{column}";
    }

    internal static async Task<(int ExitCode, string Output)> BuildAsync(string folder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(
            "dotnet", ["build", $"-p:PitchlyAnalyzers={AppContext.BaseDirectory.TrimEnd('/', '\\')}", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await errors);
    }
}
