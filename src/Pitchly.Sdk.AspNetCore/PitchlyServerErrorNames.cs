namespace Pitchly.AspNetCore;

/// <summary>The names of errors on servers, in addition to <see cref="PitchlyErrorNames"/>.</summary>
public static class PitchlyServerErrorNames
{
    /// <summary>No token is available until someone signs in again. A retry does not help.</summary>
    public const string SignInNeeded = "sign-in-needed";

    /// <summary>
    /// The store or the lock is unavailable, and the current token has expired. Tokens are not refreshed in the meantime.
    /// </summary>
    public const string StoreUnavailable = "store-unavailable";

    /// <summary>Another node is refreshing the token and has not finished in time.</summary>
    public const string RefreshBusy = "refresh-busy";

    /// <summary>Pitchly may have responded to a refresh, but the response was lost. The refresh is not repeated yet.</summary>
    public const string RefreshUncertain = "refresh-uncertain";

    /// <summary>
    /// The browser returned from Pitchly without its cookie or state: the cookies were blocked, or the sign-in took too long.
    /// </summary>
    public const string SignInInterrupted = "sign-in-interrupted";

    internal const int NoStatus = -1;
}
