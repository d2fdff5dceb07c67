namespace Pitchly.Generators.Schema;

/// <summary>Finds the files of the project that an OpenAPI document refers to, directly or through other files.</summary>
internal static class OpenApiParts
{
    private const string Reference = "$ref";

    private static readonly char[] Ends = ['#', '"', '\'', '\r', '\n', ',', '}', ' '];

    private static readonly char[] Quotes = ['"', '\'', ' ', '\t'];

    /// <summary>Returns a schema with its other files.</summary>
    public static SchemaText AddTo(SchemaText schema, IReadOnlyList<SchemaText> candidates)
    {
        if (schema.OpenApi is null || candidates.Count == 0)
        {
            return schema;
        }

        var found = new SortedDictionary<string, SchemaText>(StringComparer.Ordinal);
        var open = new Queue<SchemaText>([schema]);
        while (open.Count > 0)
        {
            var from = open.Dequeue();
            foreach (var path in FilesOf(from.Text).Distinct().Select(file => SchemaPath.Resolve(from.Path, file)))
            {
                if (candidates.FirstOrDefault(candidate => SchemaPath.Normalize(candidate.Path) == path) is { } part
                    && part.Path != schema.Path && !found.ContainsKey(path))
                {
                    found.Add(path, part);
                    open.Enqueue(part);
                }
            }
        }

        return found.Count == 0
            ? schema
            : schema with { Parts = found.Values.Select(part => new SchemaPart(part.Path, part.Text)).ToEquatableArray() };
    }

    /// <summary>
    /// Returns the file names in the references of a text. Text that only looks like a reference does not match a file and has no effect.
    /// </summary>
    private static IEnumerable<string> FilesOf(string text)
    {
        for (var at = text.IndexOf(Reference, StringComparison.Ordinal); at >= 0; at = text.IndexOf(
            Reference, at + 1, StringComparison.Ordinal))
        {
            var colon = at + Reference.Length;
            colon += colon < text.Length && text[colon] is '"' or '\'' ? 1 : 0;
            while (colon < text.Length && text[colon] is ' ' or '\t')
            {
                colon++;
            }

            if (colon >= text.Length || text[colon] != ':')
            {
                continue;
            }

            var start = colon + 1;
            while (start < text.Length && Quotes.Contains(text[start]))
            {
                start++;
            }

            var end = text.IndexOfAny(Ends, start);
            if (end > start)
            {
                yield return Uri.UnescapeDataString(text.Substring(start, end - start).Replace("\\/", "/"));
            }
        }
    }
}
