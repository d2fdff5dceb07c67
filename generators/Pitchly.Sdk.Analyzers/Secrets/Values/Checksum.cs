namespace Pitchly.Analyzers.Secrets.Values;

/// <summary>
/// The checksum at the end of GitHub and npm tokens: the CRC-32 of the thirty characters before it, as six base-62 digits (GitHub: "Behind
/// GitHub's new authentication token formats", 2021; npm: "npm has a new access token format", 2021).
/// </summary>
internal static class Checksum
{
    private const string Digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private const int Length = 6;

    /// <summary>The reversed polynomial of CRC-32 (ISO 3309).</summary>
    private const uint Polynomial = 0xEDB88320;

    private const int BitsOfByte = 8;

    public static bool Holds(string body) =>
        body.Length > Length && body.Substring(body.Length - Length) == Of(body.Substring(0, body.Length - Length));

    /// <summary>Returns the checksum of an ASCII string.</summary>
    public static string Of(string text)
    {
        var (rest, digits) = (Crc32(text), new char[Length]);
        for (var index = Length - 1; index >= 0; index--)
        {
            digits[index] = Digits[(int)(rest % Digits.Length)];
            rest /= (uint)Digits.Length;
        }

        return new string(digits);
    }

    private static uint Crc32(string text)
    {
        var crc = uint.MaxValue;
        foreach (var character in text)
        {
            crc ^= character;
            for (var bit = 0; bit < BitsOfByte; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }
        }

        return ~crc;
    }
}
