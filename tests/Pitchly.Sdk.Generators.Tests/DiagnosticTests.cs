using Microsoft.CodeAnalysis.Text;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Tests;

/// <summary>Each error is a diagnostic at its location.</summary>
public sealed class DiagnosticTests
{
    /// <summary>Diagnostics that are not errors at a location in a schema. They have their own tests.</summary>
    private static readonly string[] Others =
    [
        LanguageTests.Id, SchemaDescriptors.Renamed.Id, SchemaDescriptors.UnseenByContext.Id, SchemaDescriptors.CompiledTwice.Id,
        SchemaDescriptors.LeftOut.Id,
    ];

    [Theory]
    [MemberData(nameof(DiagnosticCases.All), MemberType = typeof(DiagnosticCases))]
    public void Mistake_is_reported_at_its_location(string id, string says, string marked)
    {
        var start = marked.IndexOf("«", StringComparison.Ordinal);
        var end = marked.IndexOf("»", StringComparison.Ordinal) - 1;
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);

        var run = Harness.Run(("some/folder/test.pitchly.json", text));

        Assert.Null(run.Result.Results[0].Exception);
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal(id, found.Id);
        Assert.Contains(says, found.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("some/folder/test.pitchly.json", found.Location.GetLineSpan().Path);
        Assert.Equal(SourceText.From(text).Lines.GetLinePosition(start), found.Location.GetLineSpan().StartLinePosition);
        Assert.Equal(TextSpan.FromBounds(start, end), found.Location.SourceSpan);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Every_descriptor_has_a_case() => Assert.Equal(
        typeof(SchemaDescriptors).GetFields()
            .Select(field => ((Microsoft.CodeAnalysis.DiagnosticDescriptor)field.GetValue(null)!).Id)
            .Order(),
        DiagnosticCases.All.Select(row => row.Data.Item1).Concat(Others).Distinct().Order());

    [Fact]
    public void Every_descriptor_has_a_help_page()
    {
        var docs = Path.Combine(Harness.SourceFolder(), "../../docs/diagnostics");
        Assert.All(
            DiagnosticCases.All.Select(row => row.Data.Item1).Concat(Others).Distinct(),
            id => Assert.True(File.Exists(Path.Combine(docs, id + ".md")), id));
    }

    [Fact]
    public void A_name_that_two_files_declare_is_reported_in_the_second()
    {
        var run = Harness.Run(
            ("a.pitchly.json", DiagnosticCases.Types("\"A\": { \"type\": \"string\", \"id\": true }")),
            ("b.pitchly.json", DiagnosticCases.Types("\"A\": { \"type\": \"string\", \"id\": true }")));
        var found = Assert.Single(run.Diagnostics);
        Assert.Equal("PITCHLY1006", found.Id);
        Assert.Equal("b.pitchly.json", found.Location.GetLineSpan().Path);
        Assert.Contains("first in a.pitchly.json, line 1", found.GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public void File_with_a_reference_to_a_broken_one_has_no_error()
    {
        var run = Harness.Run(
            (
                "broken.pitchly.json",
                DiagnosticCases.Types("\"A\": { \"type\": \"object\", \"properties\": { \"x\": { \"type\": \"oops\" } } }")),
            ("user.pitchly.json", DiagnosticCases.Types(
                "\"B\": { \"type\": \"object\", \"properties\": { \"a\": { \"$ref\": \"broken.pitchly.json#/types/A\" } } }")),
            ("other.pitchly.json", DiagnosticCases.Types("\"C\": { \"type\": \"string\", \"id\": true }")));
        Assert.Equal("PITCHLY1003", Assert.Single(run.Diagnostics).Id);
        Assert.Empty(run.CompilerFindings);
        Assert.Contains("N.C.g.cs", run.Sources.Keys);
        Assert.DoesNotContain(run.Sources.Keys, name => name.StartsWith("N.B.", StringComparison.Ordinal));
    }
}
