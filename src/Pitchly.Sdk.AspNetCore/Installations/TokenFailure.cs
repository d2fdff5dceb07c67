using System.Net;
using Pitchly.Http;
using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>Determines what a failed request to the token endpoint means for the refresh token in the request.</summary>
internal static class TokenFailure
{
    private const string InvalidGrant = "invalid_grant", InvalidClient = "invalid_client";

    /// <summary>Returns whether the refresh token is no longer valid (RFC 6749, section 5.2).</summary>
    public static bool IsGrantRefused(PitchlyException failure) => ErrorOf(failure) == InvalidGrant;

    /// <summary>
    /// Returns whether Pitchly refuses the App a token with its own credentials. A wrong App Secret is a different error.
    /// </summary>
    public static bool IsAppRefused(PitchlyException failure) =>
        ErrorOf(failure) is { } error && error != InvalidClient && !failure.Error.IsTransient;

    /// <summary>
    /// Returns whether the refresh token was certainly not used: the request did not reach the server, or the server refused it before it
    /// issued tokens. This is unknown after a lost connection, a timeout or a gateway's error.
    /// </summary>
    public static bool IsTokenUnused(PitchlyException failure) =>
        failure.Error.Code is (>= 400 and < 500) or (int)HttpStatusCode.ServiceUnavailable || IsNeverSent(failure.InnerException);

    private static bool IsNeverSent(Exception? cause) => cause is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    private static string? ErrorOf(PitchlyException failure) => (failure as PitchlyHttpException<OAuthError>)?.Failure.Error;
}
