using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.CodeAnalysis;

namespace Pitchly.Generators.Tests.OpenApi.Random;

/// <summary>Random documents: their code compiles without warnings, and every value is written as it was read.</summary>
[Trait("Speed", "Slow")]
public sealed class RandomDocumentTests
{
    private const int Documents = 500;

    /// <summary>The number of documents to compile together, which takes little longer than compiling one.</summary>
    private const int Batch = 25;

    private const int ValuesOfEach = 10;

    [Fact]
    public void Code_of_a_random_document_round_trips_its_values() => MadeInputs.Check(
        RandomDocument.Gen.Array[Batch], Documents / Batch, Check, _ => "");

    private static void Check(RandomDocument[] documents)
    {
        var run = Harness.Run([.. documents.SelectMany((document, index) => document.Json($"doc{index}"))]);
        using var code = new LoadedCode(run.Compilation);

        Assert.Null(run.Result.Results[0].Exception);
        foreach (var finding in run.Diagnostics.Concat(code.Findings).Where(finding => finding.Severity >= DiagnosticSeverity.Warning))
        {
            var place = finding.Location.GetLineSpan();
            var document = documents.Index().Single(item => place.Path.Contains($"oc{item.Index}.", StringComparison.Ordinal)).Item;
            Assert.Fail($"{finding}\n{finding.Location.SourceTree?.GetText().Lines[place.StartLinePosition.Line]}\n{Text(document)}");
        }

        var ofYaml = Harness.Run([.. documents.SelectMany((document, index) => document.Yaml($"doc{index}"))]);
        Assert.Equal(Bodies(run), Bodies(ofYaml));
        foreach (var (index, document) in documents.Index())
        {
            CheckValues(code, $"Doc{index}", document);
        }
    }

    private static void CheckValues(LoadedCode code, string space, RandomDocument document)
    {
        for (var seed = 0; seed < ValuesOfEach; seed++)
        {
            var value = document.Value(seed);
            var difference =
                Difference("", value, JsonNode.Parse(code.RoundTrip(space, ComponentGrammar.Everything, value.ToJsonString())));
            Assert.True(difference is null, $"{difference}\n{Text(document)}");
        }
    }

    /// <summary>Returns the first difference between two values; <see langword="null"/> if they are equal.</summary>
    private static string? Difference(string path, JsonNode? read, JsonNode? written)
    {
        if (JsonNode.DeepEquals(read, written))
        {
            return null;
        }

        if (read is JsonObject one && written is JsonObject other)
        {
            return one.Select(member => member.Key).Union(other.Select(member => member.Key))
                .Select(key => one.ContainsKey(key) && other.ContainsKey(key)
                    ? Difference($"{path}/{key}", one[key], other[key])
                    : $"{path}/{key} is {(one.ContainsKey(key) ? "lost" : "new")}: {(one[key] ?? other[key])?.ToJsonString() ?? "null"}")
                .First(difference => difference is not null);
        }

        return $"{path}: {read?.ToJsonString() ?? "null"} was written as {written?.ToJsonString() ?? "null"}";
    }

    private static string Text(RandomDocument document) => string.Join('\n', document.Json("doc").Select(file => file.Text));

    private static IEnumerable<string> Bodies(GeneratorRun run) => run.Sources
        .OrderBy(source => source.Key, StringComparer.Ordinal)
        .Select(source => source.Key + source.Value.Replace("openapi.yaml", "openapi.json", StringComparison.Ordinal));
}
