namespace Pitchly.Channels;

/// <summary>Specifies how the bytes of a signature are written.</summary>
public enum SignatureEncoding
{
    /// <summary>Hexadecimal.</summary>
    Hex,

    /// <summary>Base64 (RFC 4648, section 4).</summary>
    Base64,
}
