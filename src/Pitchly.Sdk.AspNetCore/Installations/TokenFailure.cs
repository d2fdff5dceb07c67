using System.Net;
using Pitchly.Http;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>What the failure of a request to the token endpoint says of the refresh token that it carried.</summary>
internal static class TokenFailure
{
    private const string InvalidGrant = "invalid_grant", InvalidClient = "invalid_client";

    /// <summary>Returns whether the refresh token is dead (RFC 6749, section 5.2).</summary>
    public static bool IsGrantRefused(PitchlyException failure) => ErrorOf(failure) == InvalidGrant;

    /// <summary>Returns whether the App may not have a token of its own. A wrong App Secret is another thing.</summary>
    public static bool IsAppRefused(PitchlyException failure) =>
        ErrorOf(failure) is { } error && error != InvalidClient && !failure.Error.IsTransient;

    /// <summary>
    /// Returns whether the token is surely unspent: the request did not reach the server, or the server refused before it issued anything.
    /// A connection that was lost on the way, a time-out, and a gateway's error leave it open.
    /// </summary>
    public static bool IsUnspent(PitchlyException failure) =>
        failure.Error.Code is (>= 400 and < 500) or (int)HttpStatusCode.ServiceUnavailable || IsNeverSent(failure.InnerException);

    private static bool IsNeverSent(Exception? cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string? ErrorOf(PitchlyException failure) => (failure as PitchlyHttpException<OAuthError>)?.Failure.Error;
}
