namespace Pitchly.Generators.Schema;

/// <summary>Converts between names and the parts of JSON pointers (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>Returns the name from a part of a JSON pointer in a URI fragment (section 6).</summary>
    public static string Unescape(string part) => NameOf(Uri.UnescapeDataString(part));

    /// <summary>Returns the name from a part of a JSON pointer that is not in a URI (section 3).</summary>
    public static string NameOf(string part) => part.Replace("~1", "/").Replace("~0", "~");
}
