using System.Reflection;
using Microsoft.CodeAnalysis;
using Pitchly.Analyzers;
using Pitchly.Generators;

namespace Pitchly.Docs.Tests;

/// <summary>Tests the help links that editors, build logs and SARIF files show for a diagnostic.</summary>
public sealed class HelpLinkTests
{
    private static readonly IReadOnlyList<DiagnosticDescriptor> Descriptors =
    [
        .. ((Type[])[typeof(PitchlyGenerator), typeof(PitchlyAnalyzer)])
            .SelectMany(type => type.Assembly.GetTypes())
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(field => field.FieldType == typeof(DiagnosticDescriptor))
            .Select(field => (DiagnosticDescriptor)field.GetValue(null)!),
    ];

    /// <summary>Gets the help link of each diagnostic.</summary>
    internal static IEnumerable<string> Addresses => Descriptors.Select(descriptor => descriptor.HelpLinkUri);

    [Fact]
    public void Each_descriptor_leads_to_its_page_on_the_site()
    {
        Assert.Contains(Descriptors, descriptor => descriptor.Id == "PITCHLY1001");
        Assert.Contains(Descriptors, descriptor => descriptor.Id == "PITCHLY3001");
        Assert.All(Descriptors, descriptor =>
        {
            Assert.Equal($"{Repository.Site}diagnostics/{descriptor.Id}.html", descriptor.HelpLinkUri);
            AssertHasPage(descriptor.Id);
        });
    }

    [Fact]
    public void The_errors_of_the_build_files_lead_to_the_site()
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "src/Pitchly.Sdk/buildTransitive/net8.0/Pitchly.Sdk.targets"));

        Assert.Contains("HelpLink=\"$(PitchlySite)diagnostics/PITCHLY2008.html\"", text, StringComparison.Ordinal);
        AssertHasPage("PITCHLY2008");
    }

    [Fact]
    public void Each_diagnostic_has_a_page_and_an_index_entry()
    {
        var pages = Directory.GetFiles(Path.Combine(Repository.Root, "docs", "diagnostics"), "PITCHLY*.md")
            .Select(path => Path.GetFileName(path))
            .Order(StringComparer.Ordinal)
            .ToList();

        var ids = Descriptors.Select(descriptor => descriptor.Id).Append("PITCHLY2008").Distinct().Order(StringComparer.Ordinal);
        var index =
            MarkdownPage.Read("docs/diagnostics/README.md").Links.Where(link => link.StartsWith("PITCHLY", StringComparison.Ordinal));

        Assert.Equal(pages, ids.Select(id => id + ".md"));
        Assert.Equal(pages, index);
    }

    private static void AssertHasPage(string id)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "diagnostics", id + ".md"));
        Assert.StartsWith($"# {id}: ", page, StringComparison.Ordinal);
    }
}
