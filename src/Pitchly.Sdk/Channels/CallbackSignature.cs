namespace Pitchly.Channels;

/// <summary>
/// Describes how a sender signs callbacks over HTTP: with an HMAC in a header. The key is a secret that both sides share. The generator
/// creates the description from the <c>signature</c> of a schema.
/// </summary>
/// <param name="header">The name of the header that contains the signature.</param>
public sealed class CallbackSignature(string header)
{
    /// <summary>
    /// Gets the signature of Standard Webhooks 1.0: HMAC-SHA256 over the headers <c>webhook-id</c> and <c>webhook-timestamp</c> and the
    /// body, in base64 after the prefix <c>v1,</c>.
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

    /// <summary>Gets the name of the header that contains the signature.</summary>
    public string Header { get; } = header;

    /// <summary>Gets the HMAC algorithm. The default is HMAC-SHA256.</summary>
    public SignatureAlgorithm Algorithm { get; init; }

    /// <summary>Gets the encoding of the signature's bytes. The default is hexadecimal.</summary>
    public SignatureEncoding Encoding { get; init; }

    /// <summary>Gets the text before the signature, for example <c>sha256=</c>. The default is empty.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>
    /// Gets the separator between the parts of a header that contains several signatures. One valid signature is sufficient, and parts with
    /// another prefix are ignored. The default is empty: the header is one signature.
    /// </summary>
    public string Separator { get; init; } = "";

    /// <summary>
    /// Gets the template of the signed text. It contains <c>{body}</c> once, and may contain <c>{id}</c>, <c>{timestamp}</c>,
    /// <c>{method}</c> and <c>{url}</c>, the full URL to which the sender posts. The default is <c>{body}</c>.
    /// </summary>
    public string SignedText { get; init; } = "{body}";

    /// <summary>Gets the name of the header whose value replaces <c>{id}</c>. The default is empty.</summary>
    public string IdHeader { get; init; } = "";

    /// <summary>
    /// Gets a value indicating whether a secret is the key in base64, with an optional prefix <c>whsec_</c>. Otherwise, the text of the
    /// secret is the key. The default is <see langword="false"/>.
    /// </summary>
    public bool HasBase64Secrets { get; init; }

    /// <summary>
    /// Gets the location of the time of signing. The default is <see langword="null"/>: the sender does not send the time.
    /// </summary>
    public SignatureTimestamp? Timestamp { get; init; }
}
