namespace Pitchly.Generators.Schema;

/// <summary>Chooses the kind of a request body or a response from the media types in a document.</summary>
internal static class ContentTranslator
{
    /// <summary>Returns one media type of each kind, starting with the kind that describes its values best.</summary>
    public static IReadOnlyList<(ContentKind Kind, string MediaType, JsonNode Content)> Of(JsonNode? content) =>
        (content?.Members ?? [])
            .Select(member => (Kind: ContentKinds.Of(member.Name.Text), MediaType: member.Name.Text, Content: member.Value))
            .GroupBy(item => item.Kind)
            .Select(group => group.OrderBy(item => item.MediaType != "application/json").First())
            .OrderBy(item => item.Kind)
            .ToList();

    /// <summary>Returns the suffix of a method name for this kind, if another kind has the name without a suffix.</summary>
    public static string SuffixOf(ContentKind kind) => kind switch
    {
        ContentKind.Json => "AsJson",
        ContentKind.Form => "AsForm",
        ContentKind.Multipart => "AsMultipart",
        ContentKind.Text => "AsText",
        ContentKind.Events => "AsEvents",
        ContentKind.Lines => "AsLines",
        _ => "AsBytes",
    };
}
