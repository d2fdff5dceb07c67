using System.Text.RegularExpressions;

namespace Pitchly.Generators.Schema;

/// <summary>The text of a reference, taken apart.</summary>
/// <param name="Schema">What the schema is known by: the id that it gives itself, or else its path.</param>
/// <param name="Type">The type's name in it.</param>
internal readonly record struct SchemaReference(string Schema, string Type)
{
    public const string TypesPointer = "#/types/";

    /// <summary>An absolute URI with no fragment (RFC 3986, section 4.3). Schemes of one letter are drives of Windows.</summary>
    private static readonly Regex AbsoluteUri = new(@"^[A-Za-z][A-Za-z0-9+.-]+:[^\s#]+$", RegexOptions.CultureInvariant);

    public static bool IsId(string text) => AbsoluteUri.IsMatch(text);

    /// <summary>Reads a reference as written in a file, or returns <see langword="null"/> if it is none.</summary>
    public static SchemaReference? Parse(string text, string from)
    {
        var hash = text.IndexOf(TypesPointer, StringComparison.Ordinal);
        if (hash < 0 || text.Length == hash + TypesPointer.Length)
        {
            return null;
        }

        var file = text.Substring(0, hash);
        var schema = file.Length == 0 ? SchemaPath.Normalize(from)
            : IsId(file) ? file
            : SchemaPath.Resolve(from, Uri.UnescapeDataString(file));
        return new SchemaReference(schema, JsonPointer.Unescape(text.Substring(hash + TypesPointer.Length)));
    }
}
