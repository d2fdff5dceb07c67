using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Pitchly.Analyzers.Tests;

/// <summary>Tests findings in the additional files of a build.</summary>
public sealed class FileTests
{
    [Theory]
    [MemberData(nameof(FileCases.Files), MemberType = typeof(FileCases))]
    public async Task Secret_in_a_file_is_reported_at_its_location(string path, string marked, string id)
    {
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        var start = marked.IndexOf('«', StringComparison.Ordinal);

        var finding = Assert.Single(await AnalyzeAsync(path, text, isMarked: true));

        Assert.Equal(id, finding.Id);
        Assert.Equal(DiagnosticSeverity.Error, finding.Severity);
        Assert.Equal(new TextSpan(start, marked.IndexOf('»', StringComparison.Ordinal) - start - 1), finding.Location.SourceSpan);
        Assert.Equal("/app/" + path, finding.Location.GetLineSpan().Path);
        Assert.DoesNotContain(
            text.Substring(start, finding.Location.SourceSpan.Length).Trim('"'), finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FileCases.Silent), MemberType = typeof(FileCases))]
    public async Task File_without_a_secret_has_no_finding(string path, string text) =>
        Assert.Empty(await AnalyzeAsync(path, text, isMarked: !path.EndsWith(".pitchly.json", StringComparison.Ordinal)));

    [Theory]
    [InlineData("pitchly_secrets.analyze_files", "false")]
    [InlineData("pitchly_secrets.excluded_files", "**/wwwroot/*.json")]
    [InlineData("pitchly_secrets.safe_values", "^t1ger")]
    [InlineData("pitchly_secrets.ignored_names", "AppSecret")]
    public async Task Options_apply_to_files_too(string option, string value) =>
        Assert.Empty(await AnalyzeAsync("wwwroot/appsettings.json", """{ "AppSecret": "t1ger-lily" }""", isMarked: true, (option, value)));

    [Fact]
    public async Task Secret_in_a_served_file_is_an_error()
    {
        var served = Assert.Single(await AnalyzeAsync(
            "wwwroot/a.json", """{ "AppSecret": "t1ger-lily" }""", isMarked: true, ("build_property.PitchlyProjectKind", "server")));
        var kept = Assert.Single(await AnalyzeAsync(
            "appsettings.json", """{ "AppSecret": "t1ger-lily" }""", isMarked: true, ("build_property.PitchlyProjectKind", "server")));

        Assert.Equal(DiagnosticSeverity.Error, served.Severity);
        Assert.Equal(DiagnosticSeverity.Warning, kept.Severity);
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(
        string path, string text, bool isMarked, params (string Key, string Value)[] more)
    {
        var properties = new Dictionary<string, string> { ["build_property.PitchlyProjectKind"] = "client" };
        foreach (var (key, value) in more)
        {
            properties[key] = value;
        }

        if (isMarked)
        {
            properties["build_metadata.AdditionalFiles.PitchlySecretScan"] = "true";
        }

        return await Harness.AnalyzeAsync(
            Harness.Compile(), properties, [new TextFile("/app/" + path, text)], cancellationToken: TestContext.Current.CancellationToken);
    }
}
