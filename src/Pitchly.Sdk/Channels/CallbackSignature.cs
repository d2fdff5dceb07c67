namespace Pitchly.Channels;

/// <summary>
/// How the sender of callbacks over HTTP signs them: by an HMAC, under a secret that both sides have, in a header. The generator makes one
/// of a schema's <c>signature</c>.
/// </summary>
/// <param name="header">The name of the header that has the signature.</param>
public sealed class CallbackSignature(string header)
{
    /// <summary>
    /// Gets the form of Standard Webhooks 1.0: HMAC-SHA256 over the headers <c>webhook-id</c> and <c>webhook-timestamp</c> and the body, in
    /// base64 behind <c>v1,</c>.
    /// </summary>
    public static CallbackSignature StandardWebhooks { get; } = new("webhook-signature")
    {
        Encoding = SignatureEncoding.Base64,
        Prefix = "v1,",
        Separator = " ",
        SignedText = "{id}.{timestamp}.{body}",
        IdHeader = "webhook-id",
        HasBase64Secrets = true,
        Timestamp = new SignatureTimestamp { Header = "webhook-timestamp" },
    };

    /// <summary>Gets the name of the header that has the signature.</summary>
    public string Header { get; } = header;

    /// <summary>Gets the HMAC that is used; that of SHA-256 by default.</summary>
    public SignatureAlgorithm Algorithm { get; init; }

    /// <summary>Gets how the bytes of the signature are written; in hexadecimal by default.</summary>
    public SignatureEncoding Encoding { get; init; }

    /// <summary>Gets what stands before the signature, for example <c>sha256=</c>; nothing by default.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// Gets what stands between the parts of a header that has several: one good signature is enough, and parts with another prefix are
    /// passed over. Empty by default: the header is one signature.
    /// </summary>
    public string Separator { get; init; } = "";

    /// <summary>
    /// Gets the text that is signed, with <c>{body}</c> once, and <c>{id}</c>, <c>{timestamp}</c>, <c>{method}</c> and <c>{url}</c>, the
    /// whole address to which the sender posts. <c>{body}</c> by default.
    /// </summary>
    public string SignedText { get; init; } = "{body}";

    /// <summary>Gets the name of the header whose value stands for <c>{id}</c>; empty by default.</summary>
    public string IdHeader { get; init; } = "";

    /// <summary>
    /// Gets whether a secret is the base64 of the key, behind <c>whsec_</c> if it begins so; otherwise, its text is the key.
    /// <see langword="false"/> by default.
    /// </summary>
    public bool HasBase64Secrets { get; init; }

    /// <summary>Gets where the time of signing is; <see langword="null"/>, the default, if the sender does not tell it.</summary>
    public SignatureTimestamp? Timestamp { get; init; }
}
