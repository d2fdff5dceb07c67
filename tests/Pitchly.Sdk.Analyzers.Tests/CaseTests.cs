namespace Pitchly.Analyzers.Tests;

/// <summary>Tests the case files under <c>TestCases</c> line by line.</summary>
public sealed class CaseTests
{
    public static TheoryData<Case> Cases => new(CaseFile.All.SelectMany(name => CaseFile.Read(name)));

    public static TheoryData<string> Files => new(CaseFile.All);

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public async Task Analyzer_reports_exactly_the_expected_findings(Case one)
    {
        var file = await CaseFile.AnalyzeAsync(one.File);

        Assert.Equal(one.Expected == "silent" ? [] : [one.Expected], file.FoundOn(one.Line));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_finding_is_expected_and_has_a_location(string name)
    {
        var file = await CaseFile.AnalyzeAsync(name);
        var expected = file.Cases.Where(one => one.Expected != "silent").Select(one => one.Line).ToHashSet();

        Assert.All(file.Findings, finding => Assert.True(finding.Location.IsInSource));
        Assert.Empty(file.Findings
            .Where(finding => !expected.Contains(finding.Location.GetLineSpan().StartLinePosition.Line + 1))
            .Select(finding => finding.ToString()));
    }

    [Fact]
    public void Enough_secret_cases_exist_and_half_expect_no_finding()
    {
        var cases = CaseFile.Names("Secrets").SelectMany(name => CaseFile.Read(name)).ToList();

        Assert.True(cases.Count >= 150, $"{cases.Count} cases");
        Assert.InRange(cases.Count(one => one.Expected == "silent"), cases.Count * 0.45, cases.Count * 0.6);
    }
}
