using System.Net;

namespace Pitchly.Http;

/// <summary>
/// Redirects are not followed. After 307 and 308, a handler would send the same body, with its secrets, to any host that the response
/// names. After other redirects, it would use that host's response as if the server had sent it (RFC 9700, section 4.12).
/// </summary>
internal static class Redirects
{
    /// <summary>Configures a handler not to follow redirects.</summary>
    public static void Refuse(HttpMessageHandler handler)
    {
        switch (handler)
        {
            case SocketsHttpHandler sockets when !OperatingSystem.IsBrowser():
                sockets.AllowAutoRedirect = false;
                break;
            case HttpClientHandler client:
                client.AllowAutoRedirect = false;
                break;
        }
    }

    /// <summary>
    /// Throws if a response is a redirect, or if it comes from another origin than the requested one because a handler of the App followed
    /// a redirect.
    /// </summary>
    /// <exception cref="PitchlyException">The response is a redirect or comes from another origin.</exception>
    public static void Check(Uri requestUri, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        if (response.RequestMessage?.RequestUri is { IsAbsoluteUri: true } responseUri && !HaveOneOrigin(responseUri, requestUri))
        {
            throw Refused(
                $"The response came from {OriginOf(responseUri)}, but the request was sent to {OriginOf(requestUri)}. "
                    + "It is not read. Set AllowAutoRedirect of the HttpClient's handler to false.",
                status);
        }

        if (status is >= 300 and <= 399 && response.StatusCode != HttpStatusCode.NotModified)
        {
            throw Refused(
                $"{OriginOf(requestUri)} responded with {status}, a redirect{Target(requestUri, response.Headers.Location)}. "
                    + "It is not followed, because requests contain credentials. Set BaseAddress to the address of the API.",
                status);
        }
    }

    /// <summary>Throws if a handler is about to send a request to another origin than the requested one.</summary>
    /// <exception cref="PitchlyException">The target has another origin.</exception>
    public static void CheckTarget(Uri requestUri, Uri target)
    {
        if (!HaveOneOrigin(target, requestUri))
        {
            throw Refused(
                $"{OriginOf(requestUri)} responded with a redirect to {OriginOf(target)}. It is not followed, because requests contain "
                    + "credentials. Set BaseAddress to the address of the API.",
                (int)HttpStatusCode.RedirectKeepVerb);
        }
    }

    private static string Target(Uri requestUri, Uri? location) => location is null ? "" : $" to {OriginOf(new Uri(requestUri, location))}";

    private static bool HaveOneOrigin(Uri one, Uri other) => ReferenceEquals(one, other) || OriginOf(one) == OriginOf(other);

    private static string OriginOf(Uri address) => address.GetLeftPart(UriPartial.Authority);

    private static PitchlyException Refused(string reason, int status) =>
        new(new PitchlyError(PitchlyErrorNames.Redirected, reason, status));
}
