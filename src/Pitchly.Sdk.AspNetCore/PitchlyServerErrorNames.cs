namespace Pitchly.AspNetCore;

/// <summary>The names of errors that servers can meet, beside <see cref="PitchlyErrorNames"/>.</summary>
public static class PitchlyServerErrorNames
{
    /// <summary>No token can be had until somebody signs in again. Trying again does not help.</summary>
    public const string SignInNeeded = "sign-in-needed";

    /// <summary>The store or the lock can't be reached, and the current token has expired. Nothing is refreshed meanwhile.</summary>
    public const string StoreUnavailable = "store-unavailable";

    /// <summary>Another node is refreshing the token, and has not finished in time.</summary>
    public const string RefreshBusy = "refresh-busy";

    /// <summary>Pitchly may have answered a refresh, and its answer was lost; it is not asked again yet.</summary>
    public const string RefreshUncertain = "refresh-uncertain";

    /// <summary>The browser came back from Pitchly without what it took there: its cookies were refused, or it took too long.</summary>
    public const string SignInInterrupted = "sign-in-interrupted";

    internal const int NoStatus = -1;
}
