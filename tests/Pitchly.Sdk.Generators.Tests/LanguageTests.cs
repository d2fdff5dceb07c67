using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Pitchly.Generators.Tests;

/// <summary>The C# version of the project that contains a schema.</summary>
public sealed class LanguageTests
{
    public const string Id = "PITCHLY1013";

    private static readonly (string Name, string Text)[] Schemas =
    [
        Harness.Schema("kitchen.pitchly.json"), .. Shipped.All.Select(Shipped.Elsewhere)
    ];

    [Fact]
    public void Emitted_code_compiles_with_the_lowest_language_version() => Harness.RunAs(LanguageVersion.CSharp11, Schemas).AssertClean();

    [Theory]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp9, "9.0")]
    [InlineData(LanguageVersion.CSharp10, "10.0")]
    public void Lower_language_version_is_one_diagnostic_and_no_code(LanguageVersion language, string says)
    {
        var run = Harness.RunAs(language, Schemas);

        var found = Assert.Single(run.Diagnostics);
        Assert.Equal((Id, DiagnosticSeverity.Error), (found.Id, found.Severity));
        Assert.Contains($"needs C# 11, but this project is compiled as C# {says}", found.GetMessage(), StringComparison.Ordinal);
        Assert.Empty(run.Sources);
    }

    [Fact]
    public void Lower_language_version_is_ignored_without_a_schema()
    {
        var (name, text) = Harness.Schema("app.pitchly.json");

        Assert.Empty(Harness.RunAs(LanguageVersion.CSharp9, ("ref/" + name, text)).Diagnostics);
    }
}
