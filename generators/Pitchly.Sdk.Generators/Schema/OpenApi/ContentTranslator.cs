namespace Pitchly.Generators.Schema;

/// <summary>Chooses what a body is written as, or an answer read as, among the media types that a document offers.</summary>
internal static class ContentTranslator
{
    /// <summary>Returns one media type of each kind, the kind that says most about its values first.</summary>
    public static IReadOnlyList<(ContentKind Kind, string MediaType, JsonNode Content)> Of(JsonNode? content) =>
        (content?.Members ?? [])
            .Select(member => (Kind: ContentKinds.Of(member.Name.Text), MediaType: member.Name.Text, Content: member.Value))
            .GroupBy(item => item.Kind)
            .Select(group => group.OrderBy(item => item.MediaType != "application/json").First())
            .OrderBy(item => item.Kind)
            .ToList();

    /// <summary>Returns the end of the name of a method for this kind, where another kind has the plain name.</summary>
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
