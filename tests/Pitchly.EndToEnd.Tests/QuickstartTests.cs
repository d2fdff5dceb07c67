using System.Text.RegularExpressions;

namespace Pitchly.EndToEnd.Tests;

/// <summary>Tests the first of README's two commands.</summary>
public sealed partial class QuickstartTests
{
    [Fact]
    public async Task Quickstart_succeeds()
    {
        var (exitCode, output, errors) = await RunningProgram.RunAsync("Quickstart");
        Assert.True(exitCode == 0, output);
        Assert.Equal("", errors);
        AssertPrinted(output);
    }

    [Fact]
    public async Task Readme_shows_the_current_output()
    {
        var path = Path.Combine(RunningProgram.PathOf("Repository"), "README.md");
        var readme = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var shown = readme.Split("```text\n")[1].Split("```")[0];

        var (_, output, _) = await RunningProgram.RunAsync("Quickstart");

        Assert.Equal(WithoutGenerated(shown), WithoutGenerated(output));
    }

    [Fact]
    public async Task Quickstart_uses_a_running_emulator()
    {
        await using var emulator = RunningProgram.Start("Emulator", "--port", "0");
        var origin = await emulator.ReadAsync("Origin");
        var appId = await emulator.ReadAsync("App ID");
        var secretPath = await emulator.ReadAsync("App Secret in");
        var secret = await File.ReadAllTextAsync(secretPath, TestContext.Current.CancellationToken);

        var (exitCode, output, errors) = await RunningProgram.RunAsync("Quickstart", "--origin", origin, "--app-id", appId);
        Assert.True(exitCode == 0, output);
        Assert.Equal("", errors);
        AssertPrinted(output);
        Assert.DoesNotContain(secret, output, StringComparison.Ordinal);

        Assert.Equal(0, await emulator.InterruptAsync());
        Assert.False(File.Exists(secretPath));
    }

    [Theory]
    [InlineData("Connection refused", "--origin", "http://127.0.0.1:9", "--app-id", "appNobody")]
    [InlineData("is not a valid URL", "--origin", "nonsense")]
    [InlineData("requires the App ID", "--origin", "http://127.0.0.1:9")]
    [InlineData(
        "appears to contain an App Secret",
        "--origin", "http://127.0.0.1:9", "--app-id", "plys_0123456789012345678901234567890123456789012")]
    public async Task Bad_input_is_a_clear_error(string says, params string[] arguments)
    {
        var (exitCode, output, errors) = await RunningProgram.RunAsync("Quickstart", arguments);
        var all = Regex.Replace(output + errors, @"\s+", " ");
        Assert.Equal(1, exitCode);
        Assert.Contains(says, all, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.DoesNotContain("plys_", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Port_in_use_is_a_clear_error()
    {
        await using var first = RunningProgram.Start("Emulator", "--port", "0");
        var port = new Uri(await first.ReadAsync("Origin")).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (exitCode, output, errors) = await RunningProgram.RunAsync("Emulator", "--port", port);
        Assert.Equal(1, exitCode);
        Assert.Equal("", output);
        Assert.Equal(
            $"Port {port} of 127.0.0.1 is not available: Address already in use. Specify another port with --port, or 0 for a free port.\n",
            errors);
    }

    private static void AssertPrinted(string output)
    {
        Assert.Matches(@"OnConnectAsync\s+token #[0-9a-f]{8}, valid until \d{4}-\d\d-\d\d", output);
        Assert.Matches(@"Organization\s+\w{17}", output);
        Assert.Matches(@"Database\s+\w{17}", output);
        Assert.Matches(@"OnSelectionAsync\s+Project Birch, Project Dogwood, Project Elm", output);
        Assert.Matches(@"OnFilterAsync\s+\{""conditions""", output);
        Assert.Matches(@"Project Birch\s+Contoso Foods\s+Due diligence\s+3,450,000 USD", output);
        Assert.Matches(@"Inserted\s+Project Juniper · Pitch · 750,000 USD \(9 rows\)", output);
        Assert.Matches(@"Updated\s+Project Juniper · Signed · 750,000 USD", output);
        Assert.Matches(@"Deleted\s+8 rows left", output);
        Assert.Matches(@"HideFilterAsync\s+the page hides it", output);
        Assert.Matches(@"ShowFilterAsync\s+the page shows it", output);
        Assert.Matches(@"OnDealWon\s+Project Birch, won by Ada", output);
        Assert.Matches(@"Name\s+app-not-found", output);
        Assert.DoesNotMatch(LongSecret(), output);
    }

    /// <summary>Returns the output without the parts that change with each run: the port, the token, the time and the IDs.</summary>
    private static string WithoutGenerated(string output)
    {
        var text = Generated().Replace(output.ReplaceLineEndings("\n"), "…");
        return string.Join('\n', text.Split('\n').Select(line => line.TrimEnd())).Trim('\n');
    }

    [GeneratedRegex(@"(?<=127\.0\.0\.1:)\d+|#[0-9a-f]{8}|\d{4}-\d\d-\d\d [\d:]{8}Z|\bapp\w{17}\b|\b\w{17}\b|(?<="":"")\w+\s+\w+(?="")")]
    private static partial Regex Generated();

    /// <summary>Matches text with the length and the alphabet of a token, which must never be printed.</summary>
    [GeneratedRegex("[A-Za-z0-9_-]{43}")]
    private static partial Regex LongSecret();
}
