using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Pitchly.Channels;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>The text that a sender signs: the parts before and after the body.</summary>
internal sealed partial class SignedText
{
    private const string Body = "{body}", Id = "{id}", Time = "{timestamp}", Method = "{method}", Url = "{url}";

    private readonly string _before, _after;

    private SignedText(string before, string after) => (_before, _after) = (before, after);

    /// <summary>Parses the signed text of a signature's form.</summary>
    /// <exception cref="ArgumentException">Signatures of this form can't be verified.</exception>
    public static SignedText Of(CallbackSignature signature)
    {
        var parts = signature.SignedText.Split(Body);
        Check(signature.Header.Length > 0, "Header is empty");
        Check(parts.Length == 2, $"SignedText must contain {Body} exactly once, but is '{signature.SignedText}'");
        Check(signature.SignedText.Contains(Id) == signature.IdHeader.Length > 0, $"IdHeader and {Id} in SignedText must be used together");
        Check(
            signature.SignedText.Contains(Time) == signature.Timestamp is not null,
            $"Timestamp and {Time} in SignedText must be used together");
        Check(
            signature.Timestamp is not { } timestamp || timestamp.Header.Length > 0 != timestamp.Prefix.Length > 0,
            "Timestamp must have either Header or Prefix");
        return new SignedText(parts[0], parts[1]);
    }

    /// <summary>Returns the signed parts before and after the body of a request.</summary>
    public (byte[] Before, byte[] After) Around(HttpRequest request, string id, string time)
    {
        return (Bytes(_before), Bytes(_after));

        // Replace all placeholders in one pass, so that a placeholder inside a sender's value is not replaced.
        byte[] Bytes(string text) => Encoding.UTF8.GetBytes(Placeholder().Replace(text, found => found.Value switch
        {
            Id => id,
            Time => time,
            Method => request.Method,
            Url => request.GetEncodedUrl(),
            _ => found.Value,
        }));
    }

    private static void Check(bool isValid, string problem)
    {
        if (!isValid)
        {
            throw new ArgumentException($"The signature of the callbacks can't be verified: {problem}.");
        }
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Placeholder();
}
