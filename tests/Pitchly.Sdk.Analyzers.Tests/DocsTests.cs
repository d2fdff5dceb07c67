using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Analyzers.Tests;

public sealed class DocsTests
{
    /// <summary>Gets the IDs of all rules. The build reports PITCHLY2008, which has no descriptor.</summary>
    public static TheoryData<string> Ids =>
    [
        .. typeof(PitchlyAnalyzer).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .SelectMany(type => ((DiagnosticAnalyzer)Activator.CreateInstance(type)!).SupportedDiagnostics)
            .Select(rule => rule.Id)
            .Append("PITCHLY2008")
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_rule_has_a_page_and_a_row_in_the_README(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));

        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
        Assert.All(
            ["**What.**", "**Why.**", "**How to fix.**", "**How to suppress.**"],
            heading => Assert.Contains(heading, page, StringComparison.Ordinal));
        Assert.Contains(
            $"(docs/diagnostics/{id}.md)", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_rules_have_description_tags_and_help_link()
    {
        var rules =
            new PitchlyAnalyzer().SupportedDiagnostics.Where(rule => rule.Id.StartsWith("PITCHLY3", StringComparison.Ordinal)).ToList();

        Assert.Equal(6, rules.Count);
        Assert.All(rules, rule =>
        {
            Assert.NotEmpty(rule.Description.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Assert.Contains("security", rule.CustomTags);
            Assert.Contains(rule.Id == "PITCHLY3005" ? "external/cwe/cwe-532" : "external/cwe/cwe-798", rule.CustomTags);
            Assert.True(Uri.IsWellFormedUriString(rule.HelpLinkUri, UriKind.Absolute));
        });
    }
}
