using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Pitchly.AspNetCore.Wire;
using Pitchly.Json;

namespace Pitchly.AspNetCore.Installations;

/// <summary>Encrypts tokens for one installation, so that they can't be decrypted as the tokens of another installation.</summary>
internal sealed class TokenSealer(IDataProtectionProvider protection)
{
    private const string Purpose = "Pitchly.Installations.v1";

    public string Seal(PitchlyInstallation installation, TokenPair tokens)
    {
        var json = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(json))
        {
            tokens.WriteJson(writer);
        }

        return Convert.ToBase64String(Protector(installation).Protect(json.WrittenSpan.ToArray()));
    }

    /// <summary>Returns the tokens, or <see langword="null"/> if the keys are different or the text was changed.</summary>
    public TokenPair? Unseal(PitchlyInstallation installation, string text)
    {
        try
        {
            return JsonRead.Whole(Protector(installation).Unprotect(Convert.FromBase64String(text)), TokenPair.ReadJson);
        }
        catch (Exception error) when (error is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private IDataProtector Protector(PitchlyInstallation installation) => protection.CreateProtector(Purpose, installation.Key);
}
