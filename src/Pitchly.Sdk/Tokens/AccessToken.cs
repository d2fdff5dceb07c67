namespace Pitchly;

/// <summary>An access token and its expiration time.</summary>
/// <param name="Value">The token.</param>
/// <param name="ExpiresAt">The time at which the token expires.</param>
public sealed record AccessToken(PitchlySecret Value, DateTimeOffset ExpiresAt);
