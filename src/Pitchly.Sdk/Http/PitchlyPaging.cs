namespace Pitchly.Http;

/// <summary>Describes how the pages of a list are requested in order.</summary>
/// <param name="by">How a page identifies the next page.</param>
public sealed class PitchlyPaging(PageMark by)
{
    /// <summary>Gets how a page identifies the next page.</summary>
    public PageMark By { get; } = by;

    /// <summary>Gets the location of the items in a page, as a JSON pointer (RFC 6901). Empty if the page itself is the list.</summary>
    public string Items { get; init; } = "";

    /// <summary>
    /// Gets the location of the reference to the next page: a JSON pointer into the page or into its last item, the name of a header, or
    /// the relation of a link. It is not used with <see cref="PageMark.Page"/> and <see cref="PageMark.Offset"/>.
    /// </summary>
    public string Next { get; init; } = "";

    /// <summary>Gets the query parameter that selects a page. Empty if the next page is identified by its address.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>
    /// Gets the location of the Boolean value in a page that states whether another page follows, as a JSON pointer. Empty if there is
    /// none.
    /// </summary>
    public string More { get; init; } = "";
}

/// <summary>Specifies how a page of a list identifies the next page.</summary>
public enum PageMark
{
    /// <summary>A cursor in the page.</summary>
    Cursor,

    /// <summary>A member of the last item in the page.</summary>
    Item,

    /// <summary>A cursor in a header.</summary>
    Header,

    /// <summary>The <c>Link</c> header (RFC 8288).</summary>
    Link,

    /// <summary>An address in the page.</summary>
    Url,

    /// <summary>The page number, which is incremented by one until a page is empty.</summary>
    Page,

    /// <summary>The number of items before the page, which is increased until a page is empty.</summary>
    Offset,
}
