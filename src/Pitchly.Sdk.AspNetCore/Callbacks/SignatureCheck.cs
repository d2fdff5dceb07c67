using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Pitchly.Channels;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>Verifies the signature of a request.</summary>
/// <param name="signature">The form of the signature.</param>
/// <param name="window">The maximum difference between the time of the signature and the current time.</param>
internal sealed class SignatureCheck(CallbackSignature signature, TimeSpan window)
{
    private readonly SignedText _text = SignedText.Of(signature);

    /// <summary>Returns the reason for refusing a request, or <see langword="null"/> if its signature is valid.</summary>
    public string? Problem(HttpRequest request, ReadOnlyMemory<byte> body, IEnumerable<PitchlySecret> secrets, DateTimeOffset now)
    {
        var parts = Parts(request.Headers[signature.Header].ToString());
        var id = signature.IdHeader.Length == 0 ? "" : request.Headers[signature.IdHeader].ToString();
        if (signature.IdHeader.Length > 0 && id.Length == 0)
        {
            return $"{signature.IdHeader} is missing";
        }

        var time = "";
        if (signature.Timestamp is { } timestamp)
        {
            time = TimeOf(timestamp, request.Headers, parts);
            if (!IsNear(timestamp, time, now))
            {
                return $"the timestamp is missing, or not within {window} of now";
            }
        }

        var given = parts.Where(part => part.StartsWith(signature.Prefix, StringComparison.Ordinal))
            .Select(part => part[signature.Prefix.Length..])
            .ToList();
        var (before, after) = _text.Around(request, id, time);
        var isSigned = false;
        foreach (var secret in secrets)
        {
            // Check all secrets, so that the duration reveals nothing.
            isSigned |= IsSigned(SignatureKey.Of(secret, signature), before, body.Span, after, given);
        }

        return isSigned ? null : $"{signature.Header} is missing, or does not match any of the secrets";
    }

    private string[] Parts(string header) =>
        signature.Separator.Length == 0
            ? [header]
            : header.Split(signature.Separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static string TimeOf(SignatureTimestamp timestamp, IHeaderDictionary headers, string[] parts) => timestamp.Header.Length > 0
        ? headers[timestamp.Header].ToString()
        : parts.FirstOrDefault(part => part.StartsWith(timestamp.Prefix, StringComparison.Ordinal))?[timestamp.Prefix.Length..] ?? "";

    private bool IsNear(SignatureTimestamp timestamp, string time, DateTimeOffset now)
    {
        var unit = timestamp.IsInMilliseconds ? TimeSpan.TicksPerMillisecond : TimeSpan.TicksPerSecond;
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            && Math.Abs(
                (now - DateTimeOffset.UnixEpoch).TotalSeconds - ((double)count * unit / TimeSpan.TicksPerSecond)) <= window.TotalSeconds;
    }

    private bool IsSigned(byte[] key, byte[] before, ReadOnlySpan<byte> body, byte[] after, IEnumerable<string> given)
    {
        using var hmac = IncrementalHash.CreateHMAC(
            signature.Algorithm == SignatureAlgorithm.HmacSha512 ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256, key);
        hmac.AppendData(before);
        hmac.AppendData(body);
        hmac.AppendData(after);
        var expected = hmac.GetHashAndReset();
        var bytes = new byte[expected.Length];
        var isSigned = false;
        foreach (var text in given)
        {
            isSigned |=
                TryDecode(text, bytes, out var length) && CryptographicOperations.FixedTimeEquals(expected, bytes.AsSpan(0, length));
        }

        return isSigned;
    }

    private bool TryDecode(string text, Span<byte> bytes, out int length) => signature.Encoding == SignatureEncoding.Base64
        ? Convert.TryFromBase64String(text, bytes, out length)
        : Convert.FromHexString(text, bytes, out _, out length) == OperationStatus.Done;
}
