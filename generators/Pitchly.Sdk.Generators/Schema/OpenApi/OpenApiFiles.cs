using System.Text.RegularExpressions;
using Pitchly.Generators.Diagnostics;

namespace Pitchly.Generators.Schema;

/// <summary>The files of a document. The document itself has the number 0.</summary>
internal sealed class OpenApiFiles(SchemaText schema, JsonNode root, DiagnosticBag diagnostics)
{
    /// <summary>Detects JSON. A YAML mapping may also start with a brace, but its keys seldom have quotes.</summary>
    private static readonly Regex Json = new(@"^[\uFEFF\s]*\{\s*([""/}]|$)", RegexOptions.CultureInvariant);

    private readonly Dictionary<int, JsonNode?> _roots = new() { [0] = root };

    /// <summary>Parses the text as JSON or YAML. Returns <see langword="null"/> if the text is invalid, which is reported.</summary>
    public static JsonNode? Parse(string text, DiagnosticBag diagnostics, int file)
    {
        return Json.IsMatch(text) ? JsonTreeReader.Read(text, diagnostics, file) : YamlTreeReader.Read(text, diagnostics, file);
    }

    /// <summary>Returns the number of a file that another file refers to; <see langword="null"/> if the project has no such file.</summary>
    public int? NumberOf(string name, int from)
    {
        var path = SchemaPath.Resolve(PathOf(from), name);
        for (var number = 0; number <= schema.Parts.Count; number++)
        {
            if (SchemaPath.Normalize(PathOf(number)) == path)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Returns the root of a file. The file is read on first use.</summary>
    public JsonNode? Root(int number)
    {
        if (!_roots.TryGetValue(number, out var found))
        {
            found = Parse(schema.Parts[number - 1].Text, diagnostics, number);
            _roots.Add(number, found);
        }

        return found;
    }

    private string PathOf(int number) => number == 0 ? schema.Path : schema.Parts[number - 1].Path;
}
