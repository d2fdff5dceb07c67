using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Pitchly.Analyzers.Tests;

/// <summary>The findings, their locations, and their order depend only on the text of the program.</summary>
[Trait("Speed", "Slow")]
public sealed partial class DeterminismTests
{
    private const int Runs = 30;

    /// <summary>
    /// Gets a program with literals that several sinks claim: in pieces, at two kinds of sinks, and through methods, constants, and members
    /// of other files.
    /// </summary>
    private static Dictionary<string, string> Program
    {
        get
        {
            var files = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Shared.cs"] = """
                    public static class Shared
                    {
                        public static readonly string Head = "q7Rz81LmKx0V", Tail = "w3TnYb5Hq7Rz", Whole = "Zk81LmKx0Vw3TnYb5H";
                        public const string Part = "w8Lk2Jh5Gf7Ds1";
                        public static string Pick(string key) => key == "" ? "f3Zq8vT3nLw0X" : key;
                        public static string Passing = "yKd5uRbG1hJ7s";
                    }
                    """,
            };
            for (var index = 0; index < 12; index++)
            {
                files[$"Use{index}.cs"] = $$"""
                    using System.Collections.Generic;
                    public sealed class Options{{index}} { public string? ClientSecret { get; set; } public string? ApiKey {
                      get; set; } public string? RefreshToken { get; set; } }
                    public static class Use{{index}}
                    {
                        public static Options{{index}} Make() => new() { ClientSecret = Shared.Head + Shared.Tail, ApiKey = Shared.Whole,
                          RefreshToken = Shared.Pick("") };
                        public static object Form() => new Dictionary<string, string> { ["client_secret"] = Shared.Pick("x{{index}}"),
                          ["refresh_token"] = Shared.Part, ["password"] = Shared.Part + Shared.Passing };
                        public static string Query() => $"?client_secret={Shared.Whole}&id={{index}}";
                    }
                    """;
            }

            return files;
        }
    }

    [Fact]
    public async Task SARIF_is_identical_for_any_file_order()
    {
        var folder = Directory.CreateTempSubdirectory("pitchly-same-").FullName;
        try
        {
            foreach (var (name, text) in Program)
            {
                await File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
            }

            await File.WriteAllTextAsync(
                Path.Combine(folder, ".globalconfig"),
                "is_global = true\nbuild_property.PitchlyProjectKind = client\n",
                TestContext.Current.CancellationToken);
            var logs = new string[Runs];
            var random = new Random(18);
            var orders = Enumerable.Range(0, Runs).Select(_ => Program.Keys.OrderBy(_ => random.Next()).ToList()).ToList();
            await Parallel.ForAsync(0, Runs, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (run, cancellationToken) =>
                logs[run] = await CompileAsync(folder, orders[run], $"{run}.sarif", cancellationToken));

            Assert.Contains("PITCHLY3001", logs[0], StringComparison.Ordinal);
            Assert.Contains("PITCHLY3003", logs[0], StringComparison.Ordinal);
            Assert.All(logs, log => Assert.Equal(logs[0], log));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [MemberData(nameof(CaseTests.Files), MemberType = typeof(CaseTests))]
    public async Task Editor_and_build_report_the_same_findings(string name)
    {
        var compilation = Harness.Compile(CaseFile.Trees(name));
        var client = new Dictionary<string, string> { ["build_property.PitchlyProjectKind"] = "client" };

        var inBuild = await Harness.AnalyzeAsync(compilation, client, cancellationToken: TestContext.Current.CancellationToken);
        var inEditor = await Harness.AnalyzeAsync(
            compilation,
            new Dictionary<string, string>(client) { ["pitchly_secrets.live"] = "true" },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(
            inBuild.Select(one => one.ToString()).Order(StringComparer.Ordinal),
            inEditor.Select(one => one.ToString()).Order(StringComparer.Ordinal));
    }

    /// <summary>Runs the compiler itself, as a build does, on the files in the given order.</summary>
    private static async Task<string> CompileAsync(
        string folder, IEnumerable<string> files, string log, CancellationToken cancellationToken)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var root = Path.GetFullPath(Path.Combine(runtime, "..", "..", ".."));
        var compiler =
            Directory.GetFiles(Path.Combine(root, "sdk"), "csc.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        Directory.CreateDirectory(Path.Combine(folder, log + ".out")); // All runs must create the same assembly.
        string[] analyzers = ["Pitchly.Sdk.Analyzers.dll", "Pitchly.Sdk.Generators.dll"];
        var start = new ProcessStartInfo(
            Path.Combine(root, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"),
            [
                "exec", compiler, "-nologo", "-target:library", "-nullable:enable", $"-out:{Path.Combine(log + ".out", "Program.dll")}",
                $"-errorlog:{log},version=2.1", "-analyzerconfig:.globalconfig",
                .. new[]
                {
                    "System.Private.CoreLib.dll", "System.Runtime.dll", "System.Collections.dll"
                }.Select(name => $"-r:{Path.Combine(runtime, name)}"),
                .. analyzers.Select(name => $"-analyzer:{Path.Combine(AppContext.BaseDirectory, name)}"),
                .. files,
            ])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        Assert.True(File.Exists(Path.Combine(folder, log)), output);
        return Times().Replace(await File.ReadAllTextAsync(Path.Combine(folder, log), cancellationToken), "");
    }

    /// <summary>Matches the execution time of each rule, which the compiler logs and which varies between runs.</summary>
    [GeneratedRegex("\"(analyzerExecutionTime|executionTimeInSeconds|executionTimeInPercentage)\": \"[^\"]*\",?\\s*")]
    private static partial Regex Times();
}
