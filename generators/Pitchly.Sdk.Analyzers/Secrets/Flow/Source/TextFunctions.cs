using System.Globalization;
using System.Text;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Evaluates text functions on constants, as the program does at run time.</summary>
internal static class TextFunctions
{
    /// <summary>Returns the result of a .NET function, or <see langword="null"/> if its effect is not known.</summary>
    public static string? Apply(string function, string text, object?[] arguments)
    {
        try
        {
            return (function, arguments) switch
            {
                ("Trim" or "TrimStart" or "TrimEnd", []) => text.Trim(),
                ("ToUpper" or "ToUpperInvariant", _) => text.ToUpperInvariant(),
                ("ToLower" or "ToLowerInvariant", _) => text.ToLowerInvariant(),
                ("Replace", [string from, string to, ..]) => text.Replace(from, to),
                ("Replace", [char from, char to, ..]) => text.Replace(from, to),
                ("Substring" or "AsSpan" or "AsMemory" or "Slice", [int start]) => text.Substring(start),
                ("Substring" or "AsSpan" or "AsMemory" or "Slice", [int start, int length]) => text.Substring(start, length),
                ("Skip", [int count]) => text.Substring(Math.Min(count, text.Length)),
                ("Take", [int count]) => text.Substring(0, Math.Min(count, text.Length)),
                ("Remove", [int start]) => text.Remove(start),
                ("Remove", [int start, int count]) => text.Remove(start, count),
                ("Insert", [int at, string more]) => text.Insert(at, more),
                ("Reverse", []) => Reverse(text),
                ("ToCharArray" or "ToArray" or "ToList" or "AsEnumerable" or "ToString" or "AsSpan" or "Cast" or "Trim", _) => text,
                ("GetBytes" or "GetString" or "GetChars", _) => text,
                ("FromBase64String" or "DecodeFromChars" or "Base64UrlDecode" or "DecodeBytes", _) => FromBase64(text),
                ("FromHexString", _) => FromHex(text),
                ("ToBase64String", _) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text)),
                ("UnescapeDataString" or "UrlDecode", _) => Uri.UnescapeDataString(text),
                ("PadLeft", [int width]) => text.PadLeft(width),
                ("PadRight", [int width]) => text.PadRight(width),
                _ => null,
            };
        }
        catch (Exception error) when (error is ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    public static string? SplitAt(string text, object? separator, int index)
    {
        var parts = separator switch
        {
            char one => text.Split(one),
            string more => text.Split([more], StringSplitOptions.None),
            _ => [],
        };
        return index >= 0 && index < parts.Length ? parts[index] : null;
    }

    /// <summary>Returns the text that is encoded in base64 or base64url; <see langword="null"/> if the data is not text.</summary>
    public static string? FromBase64(string text)
    {
        var standard = text.Replace('-', '+').Replace('_', '/');
        return Printable(Convert.FromBase64String(standard.PadRight((standard.Length + 3) / 4 * 4, '=')));
    }

    public static string? FromHex(string text)
    {
        var bytes = new byte[text.Length / 2];
        for (var index = 0; index < bytes.Length; index++)
        {
            bytes[index] = byte.Parse(text.Substring(index * 2, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        }

        return Printable(bytes);
    }

    public static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }

    private static string? Printable(byte[] bytes) => bytes.All(one => one is >= 32 and < 127) ? Encoding.ASCII.GetString(bytes) : null;
}
