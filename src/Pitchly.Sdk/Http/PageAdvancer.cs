using System.Globalization;

namespace Pitchly.Http;

/// <summary>Changes the request for a page into the request for the next page.</summary>
internal static class PageAdvancer
{
    private const string FirstPage = "1", FirstOffset = "0";

    /// <summary>Changes a request to read the next page, if there is one.</summary>
    /// <returns><see langword="true"/> if there is a next page; otherwise, <see langword="false"/>.</returns>
    /// <param name="request">The request for the page.</param>
    /// <param name="requestUri">The address of the request.</param>
    /// <param name="paging">How the pages are requested.</param>
    /// <param name="page">The page.</param>
    /// <param name="header">A delegate that returns a header of the response.</param>
    /// <exception cref="PitchlyException">The next page is the same as this one, or is on another server.</exception>
    public static bool TryAdvance<T>(
        PitchlyRequest request, Uri requestUri, PitchlyPaging paging, ListPage<T> page, Func<string, string?> header)
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
            request.Follow(AddressOf(next, requestUri, request.Endpoint));
        }
        else if (request.QueryValue(paging.Parameter) == next)
        {
            throw Refused(request.Endpoint, "it is the same page, so the list would never end");
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
    private static Uri AddressOf(string next, Uri requestUri, PitchlyEndpoint endpoint)
    {
        if (!Uri.TryCreate(requestUri, next, out var address) || !IsOnSameServer(address, requestUri))
        {
            throw Refused(endpoint, "it is on another server, and credentials are sent only to the server of the first page");
        }

        return address != requestUri ? address : throw Refused(endpoint, "it is the same page, so the list would never end");
    }

    private static bool IsOnSameServer(Uri one, Uri other) => one.Scheme == other.Scheme && one.Authority == other.Authority;

    private static string Add(string number, int more) =>
        long.TryParse(number, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? (value + more).ToString(CultureInfo.InvariantCulture)
            : throw new ArgumentException($"'{number}' is not a valid page number.");

    private static PitchlyException Refused(PitchlyEndpoint endpoint, string reason) =>
        new(new PitchlyError(PitchlyErrorNames.UnexpectedResponse, $"The next page of {endpoint.Name} can't be requested: {reason}.", 0));
}
