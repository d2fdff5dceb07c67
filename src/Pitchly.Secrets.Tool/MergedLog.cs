using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pitchly.Secrets;

/// <summary>
/// Writes one SARIF 2.1.0 log of all findings, with information that the compiler can't write: fingerprints, code flows, the severity of
/// rules, and the reasons in the baseline.
/// </summary>
internal sealed class MergedLog(string root, CompilerLogs logs, IReadOnlyDictionary<string, string> reasons)
{
    /// <summary>The name of the fingerprint. Its number must be increased when the algorithm changes.</summary>
    private const string FingerprintName = "pitchlySecret/v1";

    /// <summary>The id of the folder that paths are relative to.</summary>
    private const string BaseId = "SRCROOT";

    /// <summary>
    /// The severity of each weakness, as code scanning reads it. The values are those of CodeQL's queries for the same weaknesses.
    /// </summary>
    private static readonly Dictionary<string, string> Severities = new(StringComparer.Ordinal)
    {
        ["external/cwe/cwe-798"] = "9.8",
        ["external/cwe/cwe-532"] = "7.5",
    };

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, NewLine = "\n" };

    public void Write(string path, IReadOnlyList<Finding> findings, IReadOnlyList<string> problems) =>
        File.WriteAllText(path, Create(findings, problems).ToJsonString(Indented) + "\n");

    public JsonObject Create(IReadOnlyList<Finding> findings, IReadOnlyList<string> problems)
    {
        var ids = logs.Rules.Keys.ToList();
        return new JsonObject
        {
            ["$schema"] = "https://json.schemastore.org/sarif-2.1.0.json",
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(new JsonObject
            {
                ["tool"] = new JsonObject
                {
                    ["driver"] = new JsonObject
                    {
                        ["name"] = "pitchly-secrets",
                        ["rules"] = ArrayOf(logs.Rules.Values.Select(Rule)),
                    },
                },
                ["originalUriBaseIds"] = new JsonObject
                {
                    [BaseId] = new JsonObject { ["description"] = Text("The folder of the solution.") },
                },
                ["invocations"] = new JsonArray(new JsonObject
                {
                    ["executionSuccessful"] = problems.Count == 0,
                    ["toolExecutionNotifications"] = ArrayOf(problems.Select(problem =>
                        new JsonObject { ["level"] = "error", ["message"] = Text(problem) })),
                }),
                ["columnKind"] = "utf16CodeUnits",
                ["results"] = ArrayOf(findings.Select(finding => Result(finding, ids.IndexOf(finding.Rule)))),
            }),
        };
    }

    private static JsonObject Rule(JsonObject logged)
    {
        var tags = logged["properties"]?["tags"]?.AsArray().Select(tag => (string?)tag ?? "").ToList() ?? [];
        var rule = new JsonObject { ["id"] = (string?)logged["id"] };
        foreach (var name in (string[])["shortDescription", "fullDescription", "helpUri"])
        {
            rule[name] = logged[name]?.DeepClone();
        }

        rule["properties"] = new JsonObject
        {
            ["precision"] = "high",
            ["security-severity"] = tags.Select(tag => Severities.GetValueOrDefault(tag)).FirstOrDefault(one => one is not null),
            ["tags"] = ArrayOf(tags.Where(tag => tag.StartsWith("external/", StringComparison.Ordinal) || tag == "security")
                .Select(tag => JsonValue.Create(tag))),
        };
        return rule;
    }

    private JsonObject Result(Finding finding, int ruleIndex)
    {
        var literals = LocationsIn(finding.Result["locations"]);
        var others = LocationsIn(finding.Result["relatedLocations"]);
        var result = new JsonObject
        {
            ["ruleId"] = finding.Rule,
            ["ruleIndex"] = ruleIndex,
            ["level"] = finding.Level,
            ["message"] = finding.Result["message"]?.DeepClone(),
            ["locations"] = ArrayOf(literals.Select(Location)),
            ["partialFingerprints"] = new JsonObject { [FingerprintName] = finding.Fingerprint },
            ["properties"] = new JsonObject { ["project"] = finding.Project },
        };
        if (others.Count > 0)
        {
            result["relatedLocations"] = ArrayOf(others.Select(Location));
            result["codeFlows"] = new JsonArray(new JsonObject
            {
                ["threadFlows"] = new JsonArray(new JsonObject
                {
                    ["locations"] = ArrayOf(literals.Concat(others).Select(place => new JsonObject { ["location"] = Location(place) })),
                }),
            });
        }

        if (finding.State != FindingState.Open)
        {
            result["suppressions"] = new JsonArray(Suppression(finding));
        }

        return result;
    }

    private JsonObject Suppression(Finding finding) => finding.State == FindingState.InCode
        ? new JsonObject { ["kind"] = "inSource" }
        : new JsonObject
        {
            ["kind"] = "external",
            ["status"] = "accepted",
            ["justification"] = reasons.GetValueOrDefault(finding.Fingerprint, "The baseline of the project accepts this finding."),
        };

    private static List<JsonNode> LocationsIn(JsonNode? locations) =>
        [.. locations?.AsArray().Select(one => one?["physicalLocation"]).OfType<JsonNode>() ?? []];

    private JsonObject Location(JsonNode place) => new()
    {
        ["physicalLocation"] = new JsonObject
        {
            ["artifactLocation"] = new JsonObject
            {
                ["uri"] = string.Join('/', CompilerLogs.RelativeTo(root, place).Split('/').Select(Uri.EscapeDataString)),
                ["uriBaseId"] = BaseId,
            },
            ["region"] = place["region"]?.DeepClone(),
        },
    };

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static JsonArray ArrayOf(IEnumerable<JsonNode> nodes) => [.. nodes];
}
