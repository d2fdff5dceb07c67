namespace Pitchly.Generators.Schema;

/// <summary>Gathers the files that an OpenAPI document refers to, and those that they refer to, out of the project's.</summary>
internal static class OpenApiParts
{
    private const string Reference = "$ref";

    private static readonly char[] Ends = ['#', '"', '\'', '\r', '\n', ',', '}', ' '];

    private static readonly char[] Quotes = ['"', '\'', ' ', '\t'];

    /// <summary>Returns a schema with the files that it is spread over.</summary>
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

    /// <summary>Returns the files that references of a text name. What only looks like a reference is no file, and does no harm.</summary>
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
