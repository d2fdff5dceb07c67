namespace Pitchly.Channels;

/// <summary>How the bytes of a signature are written.</summary>
public enum SignatureEncoding
{
    /// <summary>In hexadecimal.</summary>
    Hex,

    /// <summary>In base64 (RFC 4648, section 4).</summary>
    Base64,
}
