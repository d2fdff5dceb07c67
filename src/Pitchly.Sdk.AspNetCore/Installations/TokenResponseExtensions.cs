using Pitchly.OAuth;

namespace Pitchly.AspNetCore.Installations;

/// <summary>Interprets the response of the token endpoint.</summary>
internal static class TokenResponseExtensions
{
    /// <summary>The lifetime if the response does not contain one: "typically one hour".</summary>
    private static readonly TimeSpan TypicalLife = TimeSpan.FromHours(1);

    /// <summary>Returns the lifetime of the access token.</summary>
    public static TimeSpan Life(this TokenResponse response) =>
        response.ExpiresIn is { } seconds ? TimeSpan.FromSeconds(seconds) : TypicalLife;
}
