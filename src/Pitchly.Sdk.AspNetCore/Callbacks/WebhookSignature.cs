using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>
/// Checks who has sent a request, by the rules of Standard Webhooks 1.0: <c>webhook-signature</c> is a list of <c>v1,</c> and an HMAC-
/// SHA256
/// in base64 over <c>webhook-id</c>, <c>webhook-timestamp</c> and the body, separated by dots.
/// </summary>
internal static class WebhookSignature
{
    private const string IdHeader = "webhook-id", TimeHeader = "webhook-timestamp", SignatureHeader = "webhook-signature";

    private const string Version = "v1,", SecretPrefix = "whsec_";

    /// <summary>Returns why a request is refused; <see langword="null"/> if it is signed.</summary>
    public static string? Problem(
        IHeaderDictionary headers, ReadOnlySpan<byte> body, IEnumerable<PitchlySecret> secrets, TimeSpan window, DateTimeOffset now)
    {
        var (id, time, signatures) = (headers[IdHeader].ToString(), headers[TimeHeader].ToString(), headers[SignatureHeader].ToString());
        if (id.Length == 0 || time.Length == 0 || signatures.Length == 0)
        {
            return $"{IdHeader}, {TimeHeader} or {SignatureHeader} is missing";
        }

        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || (now.ToUnixTimeSeconds() - (double)seconds) is var age && Math.Abs(age) > window.TotalSeconds)
        {
            return $"{TimeHeader} is not within {window} of now";
        }

        var signed = Encoding.UTF8.GetBytes($"{id}.{time}.");
        byte[] content = [.. signed, .. body];
        var isSigned = false;
        foreach (var secret in secrets)
        {
            // No early end, so that time tells nothing.
            isSigned |= IsSigned(content, KeyOf(secret), signatures);
        }

        return isSigned ? null : $"{SignatureHeader} fits none of the secrets";
    }

    private static bool IsSigned(byte[] content, byte[] key, string signatures)
    {
        var expected = HMACSHA256.HashData(key, content);
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isSigned = false;
        foreach (var signature in signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            isSigned |= signature.StartsWith(Version, StringComparison.Ordinal)
                && Convert.TryFromBase64String(signature[Version.Length..], given, out var length)
                && CryptographicOperations.FixedTimeEquals(expected, given[..length]);
        }

        return isSigned;
    }

    /// <summary>A secret of the standard is base64 behind its prefix; any other counts as its text.</summary>
    private static byte[] KeyOf(PitchlySecret secret)
    {
        var text = secret.Reveal();
        var key = new byte[text.Length];
        return text.StartsWith(SecretPrefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[SecretPrefix.Length..], key, out var length)
            ? key[..length]
            : Encoding.UTF8.GetBytes(text);
    }
}
