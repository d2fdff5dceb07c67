namespace Pitchly;

/// <summary>Specifies the state of a token's life cycle.</summary>
public enum AccessTokenState
{
    /// <summary>No token has been requested yet.</summary>
    Idle,

    /// <summary>A request is in progress.</summary>
    Requesting,

    /// <summary>There is a token. It will be renewed before it expires.</summary>
    Fresh,

    /// <summary>Pitchly can't be reached or is busy. The request will be repeated soon.</summary>
    Retrying,

    /// <summary>
    /// Pitchly refused the request permanently. The next request is sent when <see cref="AccessTokenManager.GenerateAccessTokenAsync"/> is
    /// called.
    /// </summary>
    Stopped,

    /// <summary>The manager is disposed.</summary>
    Disposed,
}
