using System.Text.RegularExpressions;

namespace Pitchly.Generators.Schema;

/// <summary>A parsed reference.</summary>
/// <param name="Schema">The schema's id, or its path if it has no id.</param>
/// <param name="Type">The type's name in the schema.</param>
internal readonly record struct SchemaReference(string Schema, string Type)
{
    public const string TypesPointer = "#/types/";

    /// <summary>
    /// An absolute URI without a fragment (RFC 3986, section 4.3). A scheme of one letter does not match, since it is a Windows drive.
    /// </summary>
    private static readonly Regex AbsoluteUri = new(@"^[A-Za-z][A-Za-z0-9+.-]+:[^\s#]+$", RegexOptions.CultureInvariant);

    public static bool IsId(string text) => AbsoluteUri.IsMatch(text);

    /// <summary>Parses a reference in a file; returns <see langword="null"/> if the text is not a reference.</summary>
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
