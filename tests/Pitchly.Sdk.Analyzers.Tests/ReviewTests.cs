using System.Text.Json.Nodes;
using Pitchly.Secrets;
using Spectre.Console;

namespace Pitchly.Analyzers.Tests;

/// <summary>Tests the review command on a solution whose client fails to build because of its findings.</summary>
[Trait("Speed", "Slow")]
public sealed class ReviewTests
{
    private static readonly string[] AllFindings =
    [
        "App PITCHLY3001 error App/Options.cs:5",
        "App PITCHLY3001 error App/Options.cs:9",
        "App PITCHLY3006 error App/Options.cs:11",
        "Host PITCHLY3001 warning Host/Server.cs:5",
        "Host PITCHLY3001 warning Host/Server.cs:8 suppressed",
        "Lib PITCHLY3001 warning Lib/Texts.cs:5",
    ];

    [Fact]
    public async Task Log_covers_all_projects_and_a_baseline_accepts_them()
    {
        using var folder = new TemporaryFolder("Solution");

        var found = await RunAsync(folder.Path);
        var accepted = await RunAsync(folder.Path, reason: "Known since the audit.");

        Assert.Equal(1, found.ExitCode);
        Assert.Equal(AllFindings, found.Results.Select(Describe));
        AssertLogIsComplete(found);
        Assert.Equal(0, accepted.ExitCode);
        Assert.Equal(AllFindings.Length, accepted.Results.Count(one => one["suppressions"] is not null));
        Assert.Contains("Known since the audit.", accepted.Log, StringComparison.Ordinal);
        foreach (var run in (Run[])[found, accepted])
        {
            await SarifSchema.ValidateAsync(run.Log);
            Assert.DoesNotContain("in-a-l0cal", run.Log, StringComparison.Ordinal);
            Assert.DoesNotContain(folder.Path, run.Log, StringComparison.Ordinal);
        }

        var baseline =
            await File.ReadAllTextAsync(Path.Combine(folder.Path, "secrets.baseline.json"), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("in-the-", baseline, StringComparison.Ordinal);
        await AssertBuildsAsync(folder.Path);
    }

    [Fact]
    public async Task Incomplete_compiler_log_is_a_failure_of_its_project()
    {
        using var folder = new TemporaryFolder("Solution");
        await File.WriteAllTextAsync(
            Path.Combine(folder.Path, "App@net10.0.sarif"), "{ \"version\": ", TestContext.Current.CancellationToken);

        Assert.Equal(["App"], CompilerLogs.Read(folder.Path, folder.Path).Failures);
    }

    [Fact]
    public async Task SARIF_schema_refuses_an_invalid_log()
    {
        await SarifSchema.ValidateAsync("""{ "version": "2.1.0", "runs": [] }""");
        await Assert.ThrowsAnyAsync<Exception>(() => SarifSchema.ValidateAsync("""{ "version": "2.0.0", "runs": [ { "results": 1 } ] }"""));
    }

    /// <summary>Verifies the severities, the code flow, and the fingerprints in the log.</summary>
    private static void AssertLogIsComplete(Run run)
    {
        var rules = JsonNode.Parse(run.Log)!["runs"]![0]!["tool"]!["driver"]!["rules"]!.AsArray();
        Assert.Equal("9.8", (string?)rules.First(rule => (string?)rule!["id"] == "PITCHLY3001")!["properties"]!["security-severity"]);
        Assert.Equal("7.5", (string?)rules.First(rule => (string?)rule!["id"] == "PITCHLY3005")!["properties"]!["security-severity"]);
        var local = run.Results.First(one => Describe(one).EndsWith("Options.cs:9", StringComparison.Ordinal));
        Assert.Equal(32, ((string?)local["partialFingerprints"]!["pitchlySecret/v1"])!.Length);
        var flow = local["codeFlows"]![0]!["threadFlows"]![0]!["locations"]!.AsArray();
        Assert.Equal([9, 10], flow.Select(step => (int)step!["location"]!["physicalLocation"]!["region"]!["startLine"]!));
        Assert.Equal(run.Results.Select(Fingerprint), run.Results.Select(Fingerprint).Distinct());
    }

    [Fact]
    public void Fingerprint_is_stable_when_lines_move()
    {
        var entry = new BaselineEntry("a", "PITCHLY3001", "App", "App/Options.cs", "Known.");
        var baseline = new BaselineFile(
            1, [entry, entry with { Fingerprint = "b", Reason = " " }, entry with { Fingerprint = "c", Project = "Other" }]);
        var finding = new Finding("App", "PITCHLY3001", "error", "App/Options.cs", 5, 1, "b", FindingState.Open, []);
        var projects = new HashSet<string> { "App" };

        Assert.Equal(FindingState.Open, Assert.Single(baseline.Accept([finding])).State);
        Assert.Equal(FindingState.InBaseline, Assert.Single(baseline.Accept([finding with { Fingerprint = "a", Line = 77 }])).State);
        Assert.Equal(["a"], baseline.Stale([finding], projects).Select(one => one.Fingerprint));
        Assert.Equal(
            [("b", "Later."), ("c", "Known.")],
            baseline.With([finding], projects, "Later.").Findings.Select(one => (one.Fingerprint, one.Reason!)).Order());
    }

    [Fact]
    public void The_table_has_a_row_for_each_finding()
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });

        Summary.Print(console, [new Finding("App", "PITCHLY3001", "error", "App/[Options].cs", 5, 7, "a", FindingState.InBaseline, [])]);

        Assert.Matches(@"App\s+PITCHLY3001\s+error\s+App/\[Options\]\.cs:5:7\s+in the baseline", text.ToString());
        Assert.Contains("1 findings: 0 open, 0 suppressed in the code, 1 in the baseline.", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.sln", null, false)]
    [InlineData(".", null, true)]
    public async Task Impossible_review_fails_with_an_error(string solution, string? reason, bool writes)
    {
        using var folder = new TemporaryFolder("Solution");

        var review =
            new Review(Path.Combine(folder.Path, solution), Path.Combine(folder.Path, "f.sarif"), null, writes, reason, "Debug", []);

        Assert.Equal(2, await review.RunAsync(TestContext.Current.CancellationToken));
        Assert.False(File.Exists(Path.Combine(folder.Path, "f.sarif")));
    }

    private static string Describe(JsonObject result)
    {
        var place = result["locations"]![0]!["physicalLocation"]!;
        var suppressed = result["suppressions"] is null ? "" : " suppressed";
        var where = $"{place["artifactLocation"]!["uri"]}:{place["region"]!["startLine"]}";
        return $"{result["properties"]!["project"]} {result["ruleId"]} {result["level"]} {where}{suppressed}";
    }

    private static string Fingerprint(JsonObject result) => (string)result["partialFingerprints"]!["pitchlySecret/v1"]!;

    private static async Task<Run> RunAsync(string folder, string? reason = null)
    {
        var output = Path.Combine(folder, "findings.sarif");
        var review = new Review(
            Path.Combine(folder, "Deals.slnx"),
            output,
            null,
            reason is not null,
            reason,
            "Debug",
            [$"PitchlyAnalyzers={AppContext.BaseDirectory.TrimEnd('/', '\\')}"]);
        var exitCode = await review.RunAsync(TestContext.Current.CancellationToken);
        var log = await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken);
        return new Run(exitCode, log, [.. JsonNode.Parse(log)!["runs"]![0]!["results"]!.AsArray().OfType<JsonObject>()]);
    }

    /// <summary>
    /// Verifies that an ordinary build suppresses the findings that the baseline accepts, including the client's errors, and fails on new
    /// findings.
    /// </summary>
    private static async Task AssertBuildsAsync(string folder)
    {
        string[] baseline = [$"-p:PitchlySecretBaseline={Path.Combine(folder, "secrets.baseline.json")}"];
        var (exitCode, quiet) = await BuildTests.BuildAsync(folder, baseline);
        Assert.True(exitCode == 0, quiet);
        Assert.DoesNotContain("PITCHLY300", quiet, StringComparison.Ordinal);
        await ReplaceAsync(Path.Combine(folder, "App", "Options.cs"), "in-a-l0cal", "in-a-l0cal-2");
        var (failed, output) = await BuildTests.BuildAsync(folder, baseline);
        Assert.NotEqual(0, failed);
        Assert.Contains("Options.cs(9,20): error PITCHLY3001", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Options.cs(5,", output, StringComparison.Ordinal);
    }

    private static async Task ReplaceAsync(string path, string text, string other)
    {
        var before = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            path, before.Replace($"\"{text}\"", $"\"{other}\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    private sealed record Run(int ExitCode, string Log, IReadOnlyList<JsonObject> Results);
}
