using System.Globalization;

namespace Pitchly.Http;

/// <summary>Changes the request for a page into the request for the next page.</summary>
internal static class PageTurner
{
    private const string FirstPage = "1", FirstOffset = "0";

    /// <summary>Changes a request to read the next page, if there is one.</summary>
    /// <returns><see langword="true"/> if there is a next page; otherwise, <see langword="false"/>.</returns>
    /// <param name="request">The request for the page.</param>
    /// <param name="asked">The address of the request.</param>
    /// <param name="paging">How the pages are requested.</param>
    /// <param name="page">The page.</param>
    /// <param name="header">A delegate that returns a header of the response.</param>
    /// <exception cref="PitchlyException">The next page is the same as this one, or is on another server.</exception>
    public static bool Turn<T>(PitchlyRequest request, Uri asked, PitchlyPaging paging, ListPage<T> page, Func<string, string?> header)
    {
        var isCounted = paging.By is PageMark.Page or PageMark.Offset or PageMark.Item;
        if (page.IsLast || (isCounted && page.Items.Count == 0))
        {
            return false;
        }

        var next = paging.By switch
        {
            PageMark.Header => header(paging.Next),
            PageMark.Link => WebLinks.Find(header("Link"), paging.Next),
            PageMark.Page => Add(request.QueryValue(paging.Parameter) ?? FirstPage, 1),
            PageMark.Offset => Add(request.QueryValue(paging.Parameter) ?? FirstOffset, page.Items.Count),
            _ => page.Next,
        };
        if (string.IsNullOrEmpty(next))
        {
            return false;
        }

        if (paging.By is PageMark.Link or PageMark.Url)
        {
            request.Follow(AddressOf(next, asked, request.Endpoint));
        }
        else if (request.QueryValue(paging.Parameter) == next)
        {
            throw Refused(request.Endpoint, "its next page is the page that it is, so the list would never end");
        }
        else
        {
            request.ReplaceQuery(paging.Parameter, next);
        }

        return true;
    }

    /// <summary>
    /// Returns the address of the next page. It must be on the same server, because the request sends the same credentials.
    /// </summary>
    private static Uri AddressOf(string next, Uri asked, PitchlyEndpoint endpoint)
    {
        if (!Uri.TryCreate(asked, next, out var address) || address.Scheme != asked.Scheme || address.Authority != asked.Authority)
        {
            throw Refused(endpoint, "its next page is not on the server that was asked, which alone gets the credentials");
        }

        return address != asked ? address : throw Refused(endpoint, "its next page is the page that it is, so the list would never end");
    }

    private static string Add(string number, int more) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (value + more).ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentException($"'{number}' is no number of a page.");

    private static PitchlyException Refused(PitchlyEndpoint endpoint, string why) =>
        new(new PitchlyError(PitchlyErrorNames.UnexpectedAnswer, $"The answer to {endpoint.Name} can't be followed: {why}.", 0));
}
