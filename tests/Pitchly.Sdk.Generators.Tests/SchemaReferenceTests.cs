using System.Text;
using System.Text.Json;

namespace Pitchly.Generators.Tests;

/// <summary>docs/schema.md is generated from the dialect's JSON Schema, so that they always agree.</summary>
public sealed class SchemaReferenceTests
{
    /// <summary>The introduction of the page. Each paragraph is one line of the page, but spans several lines here.</summary>
    private static readonly string Introduction = """
        # The schema

        A file `*.pitchly.json` declares events, requests, commands and endpoints in JSON, with comments and trailing commas \
        allowed. Code is generated from every such file of a project; to turn that off, set `EnablePitchlySchemas` to `false` in \
        the project. A mistake is reported as an error with its line and column; [diagnostics](diagnostics) has a page for each \
        error. [Your own schema](own-schema.md) starts with an example.

        Editors complete and check a schema whose `$schema` names the dialect: \
        `"https://pitchly-sdk.example/schemas/pitchly-schema-1.0.json"`, or the path of a copy, as in the templates of \
        `Pitchly.Templates`. The package has the file in its folder `Schemas`. This page is generated from it.

        """.Replace(" \\\n", " ", StringComparison.Ordinal);

    private static string Page => Path.GetFullPath(Path.Combine(Harness.SourceFolder(), "../../docs/schema.md"));

    [Fact]
    public void Schema_reference_page_matches_the_dialect()
    {
        var reference = Write(JsonElement.Parse(Harness.Schema("pitchly-schema-1.0.json").Text));
        var received = Path.ChangeExtension(Page, ".received.md");
        if (!File.Exists(Page) || File.ReadAllText(Page).ReplaceLineEndings() != reference.ReplaceLineEndings())
        {
            File.WriteAllText(received, reference);
            Assert.Fail($"docs/schema.md is out of date. Review {received}, and rename it if it is correct.");
        }

        File.Delete(received);
    }

    private static string Write(JsonElement dialect)
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        Section(page, "the file", dialect);
        foreach (var definition in dialect.GetProperty("definitions")
            .EnumerateObject()
            .Where(one => one.Value.TryGetProperty("properties", out _)))
        {
            Section(page, definition.Name, definition.Value);
        }

        return page.ToString();
    }

    private static void Section(StringBuilder page, string name, JsonElement definition)
    {
        var required =
            definition.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(one => one.GetString()).ToHashSet() : [];
        page.Append($"\n## {name}\n\n| keyword | value | |\n| --- | --- | --- |\n");
        foreach (var keyword in definition.GetProperty("properties").EnumerateObject())
        {
            page.Append($"| `{keyword.Name}`{(required.Contains(keyword.Name) ? " (required)" : "")} | {Value(keyword.Value)} | "
                + $"{keyword.Value.GetProperty("description").GetString()!.Replace("|", "\\|", StringComparison.Ordinal)} |\n");
        }
    }

    private static string Value(JsonElement keyword)
    {
        if (keyword.TryGetProperty("enum", out var values))
        {
            return string.Join(", ", values.EnumerateArray().Select(value => $"`\"{value.GetString()}\"`"));
        }

        if (keyword.TryGetProperty("$ref", out var reference))
        {
            return Link(reference.GetString()!);
        }

        if (keyword.TryGetProperty("allOf", out var all))
        {
            return Value(all[0]);
        }

        if (keyword.TryGetProperty("additionalProperties", out var members) && members.ValueKind == JsonValueKind.Object)
        {
            return $"an object of {Value(members)}";
        }

        if (keyword.TryGetProperty("items", out var items))
        {
            return $"an array of {Value(items)}";
        }

        return keyword.TryGetProperty("oneOf", out var cases) ? string.Join(" or ", cases.EnumerateArray().Select(Value))
            : keyword.TryGetProperty("anyOf", out var any) ? string.Join(" or ", any.EnumerateArray().Select(Value))
            : keyword.TryGetProperty("type", out var type) ? Types(type) : "any JSON";
    }

    private static string Types(JsonElement type) =>
        type.ValueKind == JsonValueKind.Array
            ? string.Join(" or ", type.EnumerateArray().Select(name => name.GetString()))
            : type.GetString()!;

    private static string Link(string reference)
    {
        var name = reference[(reference.LastIndexOf('/') + 1)..];
        return name == "typeName" ? "a JSON type" : $"[{name}](#{name.ToLowerInvariant()})";
    }
}
