namespace Pitchly.Generators.Schema;

/// <summary>How the sender signs callbacks. The names match those of the SDK's <c>CallbackSignature</c>.</summary>
/// <param name="Header">The header with the signature.</param>
/// <param name="IsSha512">A value indicating whether the HMAC uses SHA-512; otherwise, SHA-256.</param>
/// <param name="IsBase64">A value indicating whether the signature is base64; otherwise, hexadecimal.</param>
/// <param name="Prefix">The text before a signature.</param>
/// <param name="Separator">The text between the parts of the header; empty if it has only one part.</param>
/// <param name="Signed">The signed text, with placeholders.</param>
/// <param name="IdHeader">The header with the value of <c>{id}</c>; empty if there is none.</param>
/// <param name="HasBase64Secrets">A value indicating whether the secret is the base64 form of the key; otherwise, its text is the
/// key.</param>
/// <param name="Timestamp">The time of signing; <see langword="null"/> if the sender does not send it.</param>
internal sealed record SignatureDeclaration(
    string Header,
    bool IsSha512,
    bool IsBase64,
    string Prefix,
    string Separator,
    string Signed,
    string IdHeader,
    bool HasBase64Secrets,
    SignatureTimestampDeclaration? Timestamp);

/// <param name="Header">The header with the timestamp; empty if the timestamp is a part of the signature's header.</param>
/// <param name="Prefix">The text before the timestamp in the signature's header.</param>
/// <param name="IsInMilliseconds">A value indicating whether the timestamp counts milliseconds since 1970; otherwise, seconds.</param>
/// <param name="Tolerance">The maximum difference from the current time, in seconds.</param>
internal sealed record SignatureTimestampDeclaration(string Header, string Prefix, bool IsInMilliseconds, int Tolerance);
