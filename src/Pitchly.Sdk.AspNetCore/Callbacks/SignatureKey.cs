using System.Text;
using Pitchly.Channels;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>Converts a secret to the key of a signature.</summary>
internal static class SignatureKey
{
    /// <summary>The prefix of a Standard Webhooks secret.</summary>
    private const string SecretPrefix = "whsec_";

    /// <exception cref="FormatException">The secret must be base64, but is not.</exception>
    public static byte[] Of(PitchlySecret secret, CallbackSignature signature)
    {
        var text = secret.Reveal();
        if (!signature.HasBase64Secrets)
        {
            return Encoding.UTF8.GetBytes(text);
        }

        text = text.StartsWith(SecretPrefix, StringComparison.Ordinal) ? text[SecretPrefix.Length..] : text;
        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length > 0
            ? key[..length]
            : throw new FormatException(
                $"A signing secret ({secret}) is not valid base64, which the signature '{signature.Header}' requires.");
    }
}
