namespace Pitchly.Generators.Schema;

/// <summary>How the sender of callbacks signs what it sends, by the names of the SDK's <c>CallbackSignature</c>.</summary>
/// <param name="Header">The header that has the signature.</param>
/// <param name="IsSha512">The HMAC is that of SHA-512; otherwise, of SHA-256.</param>
/// <param name="IsBase64">The signature is base64; otherwise, hexadecimal.</param>
/// <param name="Prefix">What stands before a signature.</param>
/// <param name="Separator">What stands between the parts of the header; empty if it has one alone.</param>
/// <param name="Signed">The text that is signed, with placeholders.</param>
/// <param name="IdHeader">The header whose value stands for <c>{id}</c>; empty if none does.</param>
/// <param name="HasBase64Secrets">The secret's bytes are base64; otherwise, its text is the key.</param>
/// <param name="Timestamp">When it was signed; <see langword="null"/> if the sender does not tell.</param>
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

/// <param name="Header">The header that has it; empty if it is a part of the signature's.</param>
/// <param name="Prefix">What stands before it in the signature's header.</param>
/// <param name="IsInMilliseconds">It counts milliseconds since 1970; otherwise, seconds.</param>
/// <param name="Tolerance">How many seconds it may be apart from now.</param>
internal sealed record SignatureTimestampDeclaration(string Header, string Prefix, bool IsInMilliseconds, int Tolerance);
