namespace Pitchly;

/// <summary>The names of errors that the SDK itself can tell apart. Pitchly may send others.</summary>
public static class PitchlyErrorNames
{
    /// <summary>Pitchly can't be reached. The guide's own name.</summary>
    public const string CouldNotConnect = "could-not-connect";

    /// <summary>The access token is invalid or expired, or the App may not do this. Pitchly's own name.</summary>
    public const string NotAuthorized = "not-authorized";

    /// <summary>The access token is invalid or expired. v2's name.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>There is no App of that App ID. The emulator's name; Pitchly's is not public.</summary>
    public const string AppNotFound = "app-not-found";

    /// <summary>A request over the channel had no reply in time. The SDK's own name.</summary>
    public const string RequestTimedOut = "request-timed-out";

    /// <summary>Pitchly's answer is not what the schema says. The SDK's own name.</summary>
    public const string UnexpectedAnswer = "unexpected-answer";

    /// <summary>A token came that has expired already. The SDK's own name.</summary>
    public const string ExpiredToken = "expired-token";

    /// <summary>A source of tokens of the App's own failed in a way that no source should. The SDK's own name.</summary>
    public const string TokenSourceFailed = "token-source-failed";

    /// <summary>The App's own options or services are missing or wrong. The SDK's own name.</summary>
    public const string InvalidOptions = "invalid-options";

    /// <summary>The access token can't be sent. The name of RFC 6750, section 3.1.</summary>
    public const string InvalidToken = "invalid_token";

    /// <summary>The server answered with a redirect, or another one answered. The SDK's own name.</summary>
    public const string Redirected = "redirected";

    /// <summary>A credential would travel over plain http to another machine. The SDK's own name.</summary>
    public const string InsecureAddress = "insecure-address";

    /// <summary>An answer is larger than is allowed. The SDK's own name.</summary>
    public const string AnswerTooLarge = "answer-too-large";

    /// <summary>The server closed a subscription for good; the error's code is that of the WebSocket. The SDK's own name.</summary>
    public const string SubscriptionClosed = "subscription-closed";
}
