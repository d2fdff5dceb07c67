using System.Text.Json;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.Tests.OpenApi;

/// <summary>For any change to a document, the generator reports diagnostics or emits code that compiles.</summary>
[Trait("Speed", "Slow")]
public sealed class OpenApiFuzzTests
{
    private const int Documents = 500;

    private static readonly string Base = Harness.Schema("bakery.openapi.json").Text;

    [Fact]
    public void Mutated_document_gives_diagnostics_or_valid_code() => MadeInputs.Check(
        SchemaMutation.Gen.Array[1, 4],
        Documents,
        mutations => Check(SchemaMutation.Apply(Base, mutations)),
        mutations => SchemaMutation.Apply(Base, mutations));

    private static void Check(string document)
    {
        var run = Harness.Run(("bakery.openapi.json", document));

        Assert.Null(run.Result.Results[0].Exception);
        Assert.All(run.Diagnostics, diagnostic => Assert.StartsWith("PITCHLY1", diagnostic.Id, StringComparison.Ordinal));
        Assert.Empty(run.CompilerFindings);
        if (IsSound(document))
        {
            Assert.DoesNotContain(run.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        }
    }

    /// <summary>
    /// Returns <see langword="true"/> if the document is valid JSON and states its version, so that no error prevents code generation;
    /// otherwise, <see langword="false"/>.
    /// </summary>
    private static bool IsSound(string document)
    {
        try
        {
            using var json = JsonDocument.Parse(
                document, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("openapi", out var version)
                && version.ValueKind == JsonValueKind.String
                && version.GetString()!.StartsWith("3.", StringComparison.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
