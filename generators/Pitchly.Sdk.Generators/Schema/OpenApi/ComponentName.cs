namespace Pitchly.Generators.Schema;

/// <summary>The names of schemas, and the JSON pointers to them.</summary>
internal static class ComponentName
{
    private const string Schemas = "#/components/schemas/";

    public static string PointerTo(string name) => Schemas + JsonPointer.Escape(name);

    /// <summary>
    /// Returns the last segment of a reference: <c>Pet</c> for both <c>#/components/schemas/Pet</c> and <c>schemas/Pet.yaml</c>.
    /// </summary>
    public static string Of(string reference)
    {
        var parts = reference.Split(['#'], 2);
        return parts.Length > 1 && parts[1].Length > 1
            ? JsonPointer.Unescape(parts[1].Substring(parts[1].LastIndexOf('/') + 1))
            : OpenApiOptions.StemOf(SchemaPath.FileName(Uri.UnescapeDataString(parts[0])));
    }
}
