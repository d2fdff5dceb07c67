using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Stubs;

internal static class Crypto
{
    public static object Jwt() => new SymmetricSecurityKey(Encoding.UTF8.GetBytes("this-signs-everything-0815")); // PITCHLY3001: the key of a JWT

    public static object Mac() => new HMACSHA256(Encoding.UTF8.GetBytes("m4c-the-knife")); // PITCHLY3001: the key of an HMAC

    public static byte[] HashData(byte[] data) => HMACSHA256.HashData("inl1ne-key"u8, data); // PITCHLY3001: a u8 literal

    public static void Sign() => SignWith("th3-first-key"u8); // PITCHLY3001: a span of bytes called key

    public static object FromBytes() => new HMACSHA256([0x70, 0x6c, 0x31, 0x79, 0x73, 0x65, 0x63]); // PITCHLY3001: bytes, one by one

    public static object FromBase64() => new SymmetricSecurityKey(Convert.FromBase64String("c2VjcmV0LTQ3MTEtc2VjcmV0")); // PITCHLY3001: decoded

    public static object FromHex() => new HMACSHA512(Convert.FromHexString("00ff17a2b3c4d5e6")); // PITCHLY3001: bytes that are no text

    public static object Random() => new HMACSHA256(RandomNumberGenerator.GetBytes(32)); // silent: made at run time

    public static object Given(byte[] key) => new HMACSHA256(key); // silent: given

    public static byte[] Digest() => SHA256.HashData("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"u8); // silent: no key

    public static string Lookup(Dictionary<string, string> cache, string key) => cache[key]; // silent: the key of a dictionary

    public static string Cached(Dictionary<string, string> cache) => Lookup(cache, key: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: the key of a dictionary

    private static void SignWith(ReadOnlySpan<byte> key) => Api.Show(key.Length);
}
