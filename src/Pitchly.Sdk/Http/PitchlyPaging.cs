namespace Pitchly.Http;

/// <summary>How the pages of a list are asked for, one after the other.</summary>
/// <param name="by">What tells where the next page is.</param>
public sealed class PitchlyPaging(PageMark by)
{
    /// <summary>Gets what tells where the next page is.</summary>
    public PageMark By { get; } = by;

    /// <summary>Gets where the items stand in a page, as a JSON pointer (RFC 6901); empty where the page is the list itself.</summary>
    public string Items { get; init; } = "";

    /// <summary>
    /// Gets where the mark of the next page stands: a JSON pointer into the page or into its last item, the name of a header, or the
    /// relation of a link. By page or by offset, it is of no use.
    /// </summary>
    public string Next { get; init; } = "";

    /// <summary>Gets the parameter of the query that asks for a page; empty where an address does.</summary>
    public string Parameter { get; init; } = "";

    /// <summary>Gets where a page says, by <c>true</c> or <c>false</c>, whether another follows it; empty where it doesn't.</summary>
    public string More { get; init; } = "";
}

/// <summary>What tells where the next page of a list is.</summary>
public enum PageMark
{
    /// <summary>A cursor in the page.</summary>
    Cursor,

    /// <summary>A member of the page's last item.</summary>
    Item,

    /// <summary>A cursor in a header.</summary>
    Header,

    /// <summary>The <c>Link</c> header (RFC 8288).</summary>
    Link,

    /// <summary>An address in the page.</summary>
    Url,

    /// <summary>The page's number, which grows by one until a page is empty.</summary>
    Page,

    /// <summary>The number of items before the page, until a page is empty.</summary>
    Offset,
}
