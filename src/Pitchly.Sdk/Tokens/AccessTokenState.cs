namespace Pitchly;

/// <summary>Where the token's life cycle stands.</summary>
public enum AccessTokenState
{
    /// <summary>Nothing was asked yet.</summary>
    Idle,

    /// <summary>A request is on its way.</summary>
    Requesting,

    /// <summary>There is a token; it will be renewed before it expires.</summary>
    Fresh,

    /// <summary>Pitchly can't be reached or is busy; it is asked again soon.</summary>
    Retrying,

    /// <summary>
    /// Pitchly refused for good; it is asked again when <see cref="AccessTokenManager.GenerateAccessTokenAsync"/> is called.
    /// </summary>
    Stopped,

    /// <summary>The manager was disposed of.</summary>
    Disposed,
}
