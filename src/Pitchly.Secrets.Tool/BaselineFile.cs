using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Secrets;

/// <summary>The accepted findings: each with a fingerprint and a reason, and without the text of the secret.</summary>
internal sealed record BaselineFile(
    [property: JsonPropertyName("version")] int Version,
    [property: JsonPropertyName("findings")] IReadOnlyList<BaselineEntry> Findings)
{
    public static readonly BaselineFile Empty = new(1, []);

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, // Keep reasons human-readable.
    };

    /// <summary>Gets the reasons by fingerprint. An entry without a reason accepts nothing.</summary>
    [JsonIgnore]
    public IReadOnlyDictionary<string, string> Reasons => Findings.Where(entry => !string.IsNullOrWhiteSpace(entry.Reason))
        .GroupBy(entry => entry.Fingerprint, StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => same.First().Reason!, StringComparer.Ordinal);

    /// <exception cref="JsonException">The file is not a valid baseline.</exception>
    public static BaselineFile Read(string path)
    {
        var file = File.Exists(path) ? JsonSerializer.Deserialize<BaselineFile>(File.ReadAllText(path), Options) : Empty;
        return file is { Version: 1, Findings: not null } ? file
            : throw new JsonException("The file is not a valid baseline. It must have \"version\": 1 and \"findings\".");
    }

    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Options) + "\n");

    /// <summary>Returns the findings with their new states: open findings in this baseline become accepted.</summary>
    public IReadOnlyList<Finding> Accept(IEnumerable<Finding> findings)
    {
        var reasons = Reasons;
        return [.. findings.Select(finding => finding.State == FindingState.Open && reasons.ContainsKey(finding.Fingerprint)
            ? finding with { State = FindingState.InBaseline } : finding)];
    }

    /// <summary>Returns the entries of analyzed projects that no longer match a finding.</summary>
    public IReadOnlyList<BaselineEntry> Stale(IEnumerable<Finding> findings, IReadOnlySet<string> projects)
    {
        var known = findings.Where(finding => finding.State != FindingState.InCode).Select(finding => finding.Fingerprint).ToHashSet();
        return [.. Findings.Where(entry => !known.Contains(entry.Fingerprint) && projects.Contains(entry.Project))];
    }

    /// <summary>
    /// Returns a baseline of all findings that are not suppressed in the code. Findings that are already accepted keep their reasons.
    /// </summary>
    public BaselineFile With(IEnumerable<Finding> findings, IReadOnlySet<string> projects, string reason)
    {
        var (reasons, all) = (Reasons, findings.ToList());
        var stale = Stale(all, projects).ToHashSet();
        var kept = Findings.Where(entry => !stale.Contains(entry) && reasons.ContainsKey(entry.Fingerprint));
        var added = all.Where(finding => finding.State == FindingState.Open && !reasons.ContainsKey(finding.Fingerprint))
            .Select(finding => new BaselineEntry(finding.Fingerprint, finding.Rule, finding.Project, finding.File, reason))
            .DistinctBy(entry => entry.Fingerprint);
        return this with
        {
            Findings = [.. kept.Concat(added)
                .OrderBy(entry => entry.Project, StringComparer.Ordinal).ThenBy(entry => entry.File, StringComparer.Ordinal)
                .ThenBy(entry => entry.Rule, StringComparer.Ordinal).ThenBy(entry => entry.Fingerprint, StringComparer.Ordinal)],
        };
    }
}

/// <summary>An accepted finding. Only the fingerprint is compared; rule, project and file are for information.</summary>
internal sealed record BaselineEntry(
    [property: JsonPropertyName("fingerprint")] string Fingerprint,
    [property: JsonPropertyName("rule")] string Rule,
    [property: JsonPropertyName("project")] string Project,
    [property: JsonPropertyName("file")] string File,
    [property: JsonPropertyName("reason")] string? Reason);
