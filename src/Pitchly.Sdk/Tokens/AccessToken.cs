namespace Pitchly;

/// <summary>An access token and its end.</summary>
/// <param name="Value">The token.</param>
/// <param name="ExpiresAt">When it expires.</param>
public sealed record AccessToken(PitchlySecret Value, DateTimeOffset ExpiresAt);
