using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Pitchly.Emulator.OAuth;

/// <summary>Proof Key for Code Exchange (RFC 7636).</summary>
internal static class Pkce
{
    private const int MinimumLength = 43, MaximumLength = 128;

    /// <summary>The characters that verifiers and challenges may contain (sections 4.1 and 4.2).</summary>
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Returns the error in an authorization request, or <see langword="null"/> if there is none.</summary>
    public static string? Problem(string? challenge, bool stated, string method) =>
        method is not "plain" and not "S256" ? $"The code_challenge_method '{method}' is not supported. Use S256."
        : challenge is null && stated ? "There is a code_challenge_method but no code_challenge."
        : challenge is not null && !IsWellFormed(challenge)
            ? $"The code_challenge must be {MinimumLength} to {MaximumLength} letters, digits, '-', '.', '_' or '~' (RFC 7636, section "
                + $"4.2)."
        : null;

    /// <summary>Returns whether the client that redeems a code is the one that requested it (section 4.6).</summary>
    public static bool IsProven(AuthorizationCode code, string verifier)
    {
        if (code.Challenge is null)
        {
            // A verifier without a challenge may be the result of an attack that removed the challenge (RFC 9700, section 4.8.2).
            return verifier.Length == 0;
        }

        var shown = code.ChallengeMethod == "S256" ? WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))
            : verifier;
        return IsWellFormed(verifier)
            && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code.Challenge), Encoding.ASCII.GetBytes(shown));
    }

    private static bool IsWellFormed(string text) =>
        text.Length is >= MinimumLength and <= MaximumLength && !text.AsSpan().ContainsAnyExcept(Unreserved);
}
