namespace Pitchly.Channels;

/// <summary>The HMAC (RFC 2104) that a sender of callbacks uses.</summary>
public enum SignatureAlgorithm
{
    /// <summary>HMAC-SHA256.</summary>
    HmacSha256,

    /// <summary>HMAC-SHA512.</summary>
    HmacSha512,
}
