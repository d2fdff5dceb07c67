using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>What the answer of the token endpoint means.</summary>
internal static class TokenAnswers
{
    /// <summary>"Typically one hour", where the answer does not say.</summary>
    private static readonly TimeSpan TypicalLife = TimeSpan.FromHours(1);

    /// <summary>Returns how long the access token lives.</summary>
    public static TimeSpan Life(this TokenResponse answer) =>
        answer.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : TypicalLife;
}
