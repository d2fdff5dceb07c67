using System.Security.Cryptography;
using System.Text;

namespace Pitchly.OAuth;

/// <summary>Proves that the client that redeems a code is the client that requested it (RFC 7636, method S256).</summary>
public sealed class PkceChallenge
{
    /// <summary>The number of random bytes. 32 bytes result in a verifier of 43 characters (RFC 7636, section 4.1).</summary>
    private const int VerifierBytes = 32;

    private PkceChallenge(PitchlySecret verifier, string challenge) => (Verifier, Challenge) = (verifier, challenge);

    /// <summary>Gets the verifier, which is sent with the code. Store it on the server until then.</summary>
    public PitchlySecret Verifier { get; }

    /// <summary>Gets the challenge, which is sent with the authorization request.</summary>
    public string Challenge { get; }

    /// <summary>Creates a challenge for one authorization request.</summary>
    public static PkceChallenge Create()
    {
        var verifier = Base64Url(RandomNumberGenerator.GetBytes(VerifierBytes));
        return new PkceChallenge(new PitchlySecret(verifier), Base64Url(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))));
    }

    private static string Base64Url(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
