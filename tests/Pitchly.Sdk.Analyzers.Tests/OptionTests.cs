using Microsoft.CodeAnalysis;

namespace Pitchly.Analyzers.Tests;

public sealed class OptionTests
{
    private const string Secret = """class C { string M() { var appSecret = "hunter2"; return appSecret; } }""";

    private const string Shape = """class C { string M() => "plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; }""";

    [Theory]
    [InlineData("build_property.UsingMicrosoftNETSdkBlazorWebAssembly", "true", DiagnosticSeverity.Error)]
    [InlineData("build_property.RuntimeIdentifier", "browser-wasm", DiagnosticSeverity.Error)]
    [InlineData("build_property._SupportedPlatformList", "browser", DiagnosticSeverity.Error)]
    [InlineData("build_property.UseMaui", "true", DiagnosticSeverity.Error)]
    [InlineData("build_property.UseWPF", "true", DiagnosticSeverity.Error)]
    [InlineData("build_property.UseWindowsForms", "true", DiagnosticSeverity.Error)]
    [InlineData("build_property.TargetPlatformIdentifier", "android", DiagnosticSeverity.Error)]
    [InlineData("build_property.TargetFramework", "net10.0-ios", DiagnosticSeverity.Error)]
    [InlineData("build_property.TargetFramework", "net10.0-maccatalyst18.0", DiagnosticSeverity.Error)]
    [InlineData("build_property.PitchlyProjectKind", "Client", DiagnosticSeverity.Error)]
    [InlineData("pitchly_secrets.project_kind", "client", DiagnosticSeverity.Error)]
    [InlineData("build_property.UsingMicrosoftNETSdkWeb", "true", DiagnosticSeverity.Warning)]
    [InlineData("build_property.UsingMicrosoftNETSdkWorker", "true", DiagnosticSeverity.Warning)]
    [InlineData("build_property.TargetFramework", "net10.0", DiagnosticSeverity.Warning)]
    [InlineData("build_property.PitchlyProjectKind", "nonsense", DiagnosticSeverity.Warning)]
    [InlineData("build_property.IsTestProject", "true", DiagnosticSeverity.Info)]
    [InlineData("build_property.IsTestingPlatformApplication", "true", DiagnosticSeverity.Info)]
    public async Task Project_kind_determines_the_severity(string property, string value, DiagnosticSeverity expected) =>
        Assert.Equal(expected, Assert.Single(await AnalyzeAsync(Secret, (property, value))).Severity);

    [Theory]
    [InlineData("Avalonia.Controls")]
    [InlineData("Uno.UI")]
    [InlineData("Microsoft.WinUI")]
    [InlineData("Microsoft.AspNetCore.Components.WebView")]
    [InlineData("ElectronNET.API")]
    [InlineData("Photino.NET")]
    [InlineData("UnityEngine.CoreModule")]
    public async Task Client_framework_makes_the_project_a_client(string assembly)
    {
        var compilation = Harness.Compile(Harness.Parse(Secret)).AddReferences(Library(assembly, "public class Window;"));

        var found = await Harness.AnalyzeAsync(
            compilation,
            new Dictionary<string, string> { ["build_property.UsingMicrosoftNETSdkWeb"] = "true" },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(found).Severity);
    }

    [Fact]
    public async Task A_real_secret_fails_the_build_of_a_test_project_too() =>
        Assert.Equal(DiagnosticSeverity.Error, Assert.Single(await AnalyzeAsync(Shape, ("build_property.IsTestProject", "true"))).Severity);

    [Fact]
    public async Task Project_property_overrides_the_detected_kind() =>
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(await AnalyzeAsync(
            Secret, ("build_property.UseWPF", "true"), ("build_property.PitchlyProjectKind", "server"))).Severity);

    [Theory]
    [InlineData("""class C { string Pin = "hunter2"; }""", "pitchly_secrets.additional_names", "pin, license key")]
    [InlineData("""class C { string LicenseKey = "hunter2"; }""", "pitchly_secrets.additional_names", "pin, license key")]
    [InlineData("""class C { string AppSecret = "abc1"; }""", "pitchly_secrets.minimum_length", "4")]
    public async Task Options_widen_the_search(string source, string option, string value)
    {
        Assert.Empty(await AnalyzeAsync(source));
        Assert.Single(await AnalyzeAsync(source, (option, value)));
    }

    [Theory]
    [InlineData("""class C { string AppSecret = "hunter2"; }""", "pitchly_secrets.ignored_names", "app_secret")]
    [InlineData("""class C { string AppSecret = "hunter2"; }""", "pitchly_secrets.safe_values", "^hunter\\d$")]
    [InlineData("""class C { string AppSecret = "hunter2"; }""", "pitchly_secrets.excluded_files", "src/*.cs;Prog*.cs")]
    [InlineData("""class C { string AppSecret = "hunter2"; }""", "pitchly_secrets.minimum_length", "8")]
    [InlineData("""class C { string AppSecret = "swordfish"; }""", "pitchly_secrets.report_word_like", "false")]
    [InlineData("""
        class C { string AppSecret = "plys_Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; }
        """, "pitchly_secrets.safe_values", "^plys_Zq8v")]
    public async Task Options_narrow_the_search(string source, string option, string value)
    {
        Assert.Single(await AnalyzeAsync(source));
        Assert.Empty(await AnalyzeAsync(source, (option, value)));
    }

    [Theory]
    [InlineData("pitchly_secrets.safe_values", "(")]
    [InlineData("pitchly_secrets.minimum_length", "many")]
    [InlineData("pitchly_secrets.safe_values", "(a+)+$")]
    public async Task Invalid_option_is_ignored(string option, string value) =>
        Assert.Single(await AnalyzeAsync("""class C { string AppSecret = "hunter2"; }""", (option, value)));

    [Fact]
    public async Task Configured_severity_overrides_the_default()
    {
        var options = new Dictionary<string, ReportDiagnostic> { ["PITCHLY3001"] = ReportDiagnostic.Info };
        var compilation = Harness.Compile(Harness.Parse(Secret));
        compilation = compilation.WithOptions(compilation.Options.WithSpecificDiagnosticOptions(options));

        Assert.Equal(
            DiagnosticSeverity.Info,
            Assert.Single(await Harness.AnalyzeAsync(compilation, cancellationToken: TestContext.Current.CancellationToken)).Severity);
    }

    [Theory]
    [InlineData("#pragma warning disable PITCHLY3001\nclass C { string AppSecret = \"hunter2\"; }")]
    [InlineData("class C { [System.Diagnostics.CodeAnalysis.SuppressMessage(\"Pitchly.Secrets\", \"PITCHLY3001\")] string AppSecret = "
        + "\"hunter2\"; }")]
    public async Task Standard_suppressions_apply(string source) => Assert.Empty(await AnalyzeAsync(source));

    [Fact]
    public async Task A_finding_names_the_sink_and_never_the_secret()
    {
        var finding = Assert.Single(await AnalyzeAsync(
            "class C { void M(Opt o) { var x = \"hunter2\";\n o.AppSecret = x; } } class Opt { public string AppSecret { get; set; } }"));

        Assert.Equal(0, finding.Location.GetLineSpan().StartLinePosition.Line);
        Assert.Equal(1, Assert.Single(finding.AdditionalLocations).GetLineSpan().StartLinePosition.Line);
        Assert.Contains("'Opt.AppSecret'", finding.GetMessage(null), StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AppSecret")]
    [InlineData("Phrase")]
    public async Task A_librarys_constant_is_found_where_the_client_uses_it(string name)
    {
        var library = Library("Shared", $"public static class Shared {{ public const string {name} = \"hunter2\"; public const string "
            + $"AppId = \"appK3v9TqXw2LmZ8rBnD\"; }}");
        var client = Harness.Compile(Harness.Parse($"class C {{ object M() => new Opt {{ AppSecret = Shared.{name}, AppId = Shared.AppId "
            + $"}}; }} class Opt {{ public string AppSecret {{ get; set; }} public string AppId {{ get; set; }} }}"))
            .AddReferences(library);

        var finding = Assert.Single(await Harness.AnalyzeAsync(client, cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal("PITCHLY3006", finding.Id);
        Assert.Contains($"'{name}' of 'Shared'", finding.GetMessage(null), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pitchly_secrets.ignored_names", "publishable_secret", 1)]
    [InlineData("pitchly_secrets.ignored_names", "client_secret", 0)]
    [InlineData("pitchly_secrets.excluded_files", "Prog*.cs", 1)]
    public async Task An_editorconfig_section_marks_files_as_server_code(string option, string value, int expected)
    {
        var library = Library("Vendor", "public static class Vendor { public static void SignIn(string clientSecret) { } }");
        var client = Harness.Compile(Harness.Parse("class C { void M(string given) => Vendor.SignIn(given); }")).AddReferences(library);

        var found = await Harness.AnalyzeAsync(
            client, section: new Dictionary<string, string> { [option] = value }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Repeat("PITCHLY2004", expected), found.Select(one => one.Id));
    }

    private static PortableExecutableReference Library(string name, string source)
    {
        using var image = new MemoryStream();
        Assert.True(Harness.Compile(Harness.Parse(source)).WithAssemblyName(name).Emit(
            image, cancellationToken: TestContext.Current.CancellationToken).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    private static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(string source, params (string Key, string Value)[] properties) =>
        await Harness.AnalyzeAsync(
            Harness.Compile(Harness.Parse(source)),
            properties.ToDictionary(one => one.Key, one => one.Value),
            cancellationToken: TestContext.Current.CancellationToken);
}
