using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Secrets;

/// <summary>Reads the compiler's log of each project.</summary>
internal sealed class CompilerLogs
{
    private const string RulePrefix = "PITCHLY3";

    private const string AnalyzerFailed = "AD0001";

    private const string BaselineSuppression = "SPITCHLY3";

    private readonly List<Finding> _findings = [];
    private readonly SortedDictionary<string, JsonObject> _rules = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _projects = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _failures = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _withoutAnalyzer = new(StringComparer.Ordinal);

    /// <summary>Gets the findings without duplicates, ordered by file and position.</summary>
    public IReadOnlyList<Finding> Findings => [.. _findings
        .OrderBy(one => one.File, StringComparer.Ordinal).ThenBy(one => one.Line).ThenBy(one => one.Column)
        .ThenBy(one => one.Rule, StringComparer.Ordinal).ThenBy(one => one.Project, StringComparer.Ordinal)
        .DistinctBy(one => (one.File, one.Line, one.Column, one.Rule))];

    /// <summary>Gets the rules in the logs, by their ids.</summary>
    public IReadOnlyDictionary<string, JsonObject> Rules => _rules;

    /// <summary>Gets the projects that were analyzed.</summary>
    public IReadOnlySet<string> Projects => _projects;

    /// <summary>Gets the projects in which an analyzer failed, or whose log is incomplete.</summary>
    public IReadOnlySet<string> Failures => _failures;

    /// <summary>Gets the projects that were compiled without the analyzer.</summary>
    public IReadOnlySet<string> WithoutAnalyzer => _withoutAnalyzer;

    /// <summary>Reads the logs in a folder. File paths become relative to the root.</summary>
    public static CompilerLogs Read(string folder, string root)
    {
        var logs = new CompilerLogs();
        foreach (var path in Directory.GetFiles(folder, "*.sarif").Order(StringComparer.Ordinal))
        {
            var project = Path.GetFileName(path).Split('@')[0];
            var isMarkupPass = project.Contains("_wpftmp", StringComparison.Ordinal);
            if (!isMarkupPass)
            {
                logs.Read(path, project, root);
            }
        }

        return logs;
    }

    /// <summary>Reads a log. A compiler that was stopped leaves an incomplete one, which means that findings may be missing.</summary>
    private void Read(string path, string project, string root)
    {
        try
        {
            if (JsonNode.Parse(File.ReadAllText(path))?["runs"]?[0] is { } run)
            {
                Add(run, project, root);
            }
        }
        catch (JsonException)
        {
            _failures.Add(project);
        }
    }

    private void Add(JsonNode run, string project, string root)
    {
        var rules = run["tool"]?["driver"]?["rules"]?.AsArray().OfType<JsonObject>()
            .Where(rule => ((string?)rule["id"] ?? "").StartsWith(RulePrefix, StringComparison.Ordinal)).ToList() ?? [];
        (rules.Count == 0 ? _withoutAnalyzer : _projects).Add(project);
        foreach (var rule in rules)
        {
            _rules.TryAdd((string)rule["id"]!, rule);
        }

        foreach (var result in run["results"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            var id = (string?)result["ruleId"] ?? "";
            if (id == AnalyzerFailed && result.ToJsonString().Contains("Pitchly", StringComparison.Ordinal))
            {
                _failures.Add(project);
            }
            else if (id.StartsWith(RulePrefix, StringComparison.Ordinal)
                && result["locations"]?[0]?["physicalLocation"] is JsonObject place)
            {
                _findings.Add(Of(result, place, id, project, root));
            }
        }
    }

    private static Finding Of(JsonObject result, JsonObject place, string rule, string project, string root) => new(
        project,
        rule,
        (string?)result["level"] ?? "warning",
        RelativeTo(root, place),
        (int?)place["region"]?["startLine"] ?? 1,
        (int?)place["region"]?["startColumn"] ?? 1,
        (string?)result["properties"]?["customProperties"]?["fingerprint"] ?? "",
        StateOf(result),
        result);

    private static FindingState StateOf(JsonObject result)
    {
        var by = result["suppressions"]?.AsArray().Select(one => (string?)one?["properties"]?["suppressionType"] ?? "").ToList() ?? [];
        return by.Count == 0 ? FindingState.Open
            : by.TrueForAll(one => one.Contains(BaselineSuppression, StringComparison.Ordinal)) ? FindingState.InBaseline
            : FindingState.InCode;
    }

    /// <summary>Returns the file path of a location, relative to the root.</summary>
    public static string RelativeTo(string root, JsonNode place)
    {
        var uri = (string?)place["artifactLocation"]?["uri"] ?? "";
        return Uri.TryCreate(uri, UriKind.Absolute, out var absolute) && absolute.IsFile
            ? Path.GetRelativePath(root, absolute.LocalPath).Replace('\\', '/')
            : Uri.UnescapeDataString(uri);
    }
}
