namespace Pitchly.Generators.Schema;

/// <summary>Determines how content is read and written from its media type.</summary>
internal static class ContentKinds
{
    /// <summary>Returns the kind of a media type. The media type's parameters are ignored.</summary>
    public static ContentKind Of(string mediaType)
    {
        var type = mediaType.Split(';')[0].Trim().ToLowerInvariant();
        return type is "*/*" || type.EndsWith("/json", StringComparison.Ordinal)
            || type.EndsWith("+json", StringComparison.Ordinal) ? ContentKind.Json
            : type == "application/x-www-form-urlencoded" ? ContentKind.Form
            : type == "multipart/form-data" ? ContentKind.Multipart
            : type == "text/event-stream" ? ContentKind.Events
            : type is "application/x-ndjson" or "application/jsonl" or "application/x-jsonlines"
                or "application/json-seq" ? ContentKind.Lines
            : type.StartsWith("text/", StringComparison.Ordinal) ? ContentKind.Text
            : ContentKind.Bytes;
    }
}
