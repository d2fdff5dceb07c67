namespace Pitchly;

/// <summary>All that the token manager knows, in one reference, so that readers need no lock.</summary>
/// <param name="State">Where the life cycle stands.</param>
/// <param name="Latest">The latest token, though it may have expired.</param>
/// <param name="Error">Why there is none, where that is so.</param>
/// <param name="Next">When to ask next.</param>
internal sealed record TokenKnowledge(
    AccessTokenState State, (AccessToken Token, TokenClock Clock)? Latest, PitchlyError? Error, TokenSchedule Next)
{
    /// <summary>Gets the token, as long as it has not expired.</summary>
    public AccessToken? Good => Latest is { Clock.IsExpired: false } latest ? latest.Token : null;
}
