namespace Pitchly.Channels;

/// <summary>Specifies the HMAC (RFC 2104) with which a sender signs callbacks.</summary>
public enum SignatureAlgorithm
{
    /// <summary>HMAC-SHA256.</summary>
    HmacSha256,

    /// <summary>HMAC-SHA512.</summary>
    HmacSha512,
}
