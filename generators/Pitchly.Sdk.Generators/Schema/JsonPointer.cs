namespace Pitchly.Generators.Schema;

/// <summary>A name as a part of a JSON pointer (RFC 6901).</summary>
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    /// <summary>Returns the name in a pointer that is the fragment of a URI (section 6).</summary>
    public static string Unescape(string part) => NameOf(Uri.UnescapeDataString(part));

    /// <summary>Returns the name in a pointer that stands by itself (section 3).</summary>
    public static string NameOf(string part) => part.Replace("~1", "/").Replace("~0", "~");
}
