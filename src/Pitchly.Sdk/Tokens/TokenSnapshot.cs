namespace Pitchly;

/// <summary>The complete state of the token manager in one reference, so that readers need no lock.</summary>
/// <param name="State">The state of the life cycle.</param>
/// <param name="Latest">The latest token, which may have expired.</param>
/// <param name="Error">The error, if there is no token because of one.</param>
/// <param name="Next">The time of the next request.</param>
internal sealed record TokenSnapshot(
    AccessTokenState State, (AccessToken Token, TokenClock Clock)? Latest, PitchlyError? Error, TokenSchedule Next)
{
    /// <summary>Gets the token; <see langword="null"/> if there is none or it has expired.</summary>
    public AccessToken? ValidToken => Latest is { Clock.IsExpired: false } latest ? latest.Token : null;
}
