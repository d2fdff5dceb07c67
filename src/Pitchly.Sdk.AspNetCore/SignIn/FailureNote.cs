using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Pitchly.Json;

namespace Pitchly.AspNetCore.SignIn;

/// <summary>An error in the URL of a page. It is encrypted, so that no one else can choose the message that the page shows.</summary>
internal sealed class FailureNote(IDataProtectionProvider protection)
{
    private const string Parameter = "failure";

    private static readonly TimeSpan _life = TimeSpan.FromMinutes(10);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Pitchly.SignInFailure.v1")
        .ToTimeLimitedDataProtector();

    /// <summary>Returns the URL of a page with an error.</summary>
    public string Address(string page, PitchlyError error)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            error.WriteJson(writer);
        }

        var note = _protector.Protect(json.WrittenSpan.ToArray(), _life);
        return QueryHelpers.AddQueryString(page, Parameter, WebEncoders.Base64UrlEncode(note));
    }

    public PitchlyError? Read(IQueryCollection query)
    {
        try
        {
            return query[Parameter].ToString() is { Length: > 0 } note
                ? JsonRead.Whole(_protector.Unprotect(WebEncoders.Base64UrlDecode(note)), PitchlyError.ReadJson)
                : null;
        }
        catch (Exception error) when (error is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }
}
