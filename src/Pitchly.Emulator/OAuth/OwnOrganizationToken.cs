using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>
/// A JWT that an App signs itself for its own organization, without OAuth (page "Authentication" of v2). <c>iss</c> is the App ID, and the
/// key is the raw App Secret. HS256 is inferred. The token is valid until <c>exp</c>; without it, as long as the secret is valid. The names
/// of the other claims are not public, so they are not read.
/// </summary>
internal static class OwnOrganizationToken
{
    private const string Algorithm = "HS256";

    public static bool IsOne(string token) => token.Count('.') == 2;

    /// <summary>Returns the App that signed the token, or <see langword="null"/> if the token is not valid.</summary>
    public static AppRegistration? Read(string token, Platform platform, DateTimeOffset now)
    {
        var parts = token.Split('.');
        if (Json(parts[0]) is not { } header || Json(parts[1]) is not { } claims || Text(header, "alg") != Algorithm)
        {
            return null;
        }

        var app = platform.App(Text(claims, "iss"));
        return app is not null && IsSigned(parts, app.AppSecret) && IsInTime(claims, now) ? app : null;
    }

    private static bool IsSigned(string[] parts, string secret)
    {
        var signature = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"));
        return CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(Base64Url.EncodeToString(signature)), Encoding.ASCII.GetBytes(parts[2]));
    }

    private static bool IsInTime(JsonElement claims, DateTimeOffset now)
    {
        var seconds = now.ToUnixTimeSeconds();
        return (Number(claims, "exp") is not { } end || seconds < end) && (Number(claims, "nbf") is not { } start || seconds >= start)
            && claims.TryGetProperty("exp", out var stated) == Number(claims, "exp") is not null;
    }

    private static JsonElement? Json(string part)
    {
        try
        {
            var json = JsonElement.Parse(Base64Url.DecodeFromChars(part), StrictJson.Document);
            return json.ValueKind == JsonValueKind.Object ? json : null;
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static double? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
}
