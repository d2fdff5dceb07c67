namespace Pitchly.Generators.Schema;

/// <summary>A name as a part of a JSON pointer in a fragment (RFC 6901, sections 3 and 6).</summary>
internal static class JsonPointer
{
    public static string Escape(string name) => name.Replace("~", "~0").Replace("/", "~1");

    public static string Unescape(string part) => Uri.UnescapeDataString(part).Replace("~1", "/").Replace("~0", "~");
}
