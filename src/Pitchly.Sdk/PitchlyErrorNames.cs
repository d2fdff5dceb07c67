namespace Pitchly;

/// <summary>The names of errors that the SDK itself can distinguish. Pitchly may send others.</summary>
public static class PitchlyErrorNames
{
    /// <summary>Pitchly can't be reached. The name is from the guide.</summary>
    public const string CouldNotConnect = "could-not-connect";

    /// <summary>The access token is invalid or expired, or the App does not have the permission. The name is Pitchly's.</summary>
    public const string NotAuthorized = "not-authorized";

    /// <summary>The access token is invalid or expired. The name is from v2.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>There is no App with the App ID. The name is the emulator's; Pitchly's is not public.</summary>
    public const string AppNotFound = "app-not-found";

    /// <summary>A request over the channel had no reply in time. The name is the SDK's.</summary>
    public const string RequestTimedOut = "request-timed-out";

    /// <summary>Pitchly's response does not match the schema. The name is the SDK's.</summary>
    public const string UnexpectedResponse = "unexpected-response";

    /// <summary>A token was already expired when it was received. The name is the SDK's.</summary>
    public const string ExpiredToken = "expired-token";

    /// <summary>The App's own token source failed with an unexpected exception. The name is the SDK's.</summary>
    public const string TokenSourceFailed = "token-source-failed";

    /// <summary>The App's own options or services are missing or invalid. The name is the SDK's.</summary>
    public const string InvalidOptions = "invalid-options";

    /// <summary>The access token can't be sent. The name is from RFC 6750, section 3.1.</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The server responded with a redirect, or another server responded. The name is the SDK's.</summary>
    public const string Redirected = "redirected";

    /// <summary>A credential would be sent over plain http to another machine. The name is the SDK's.</summary>
    public const string InsecureAddress = "insecure-address";

    /// <summary>A response is larger than the maximum. The name is the SDK's.</summary>
    public const string ResponseTooLarge = "response-too-large";

    /// <summary>
    /// The server closed a subscription permanently. The code of the error is the WebSocket close code. The name is the SDK's.
    /// </summary>
    public const string SubscriptionClosed = "subscription-closed";
}
