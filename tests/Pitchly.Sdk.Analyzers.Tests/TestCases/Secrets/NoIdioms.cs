using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pitchly;
using Stubs;

namespace NoIdioms;

internal static class Silent
{
    private static readonly ConcurrentDictionary<string, string> Seen = new();
    private static readonly string[] Colours = ["Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", "red"]; // silent: a table of colours

    public static PitchlySecret B1(string path) => new(JsonDocument.Parse(File.ReadAllText(path)).RootElement.GetProperty("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe").GetString()!); // silent: the name of a value in a file

    public static PitchlySecret B2(string text) => new(Regex.Match(text, "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe(.*)").Groups[1].Value); // silent: a pattern

    public static PitchlySecret B3(string text) => new(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text + "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe")))); // silent: a part of what is hashed

    public static PitchlySecret B4(string text) => new(Seen.GetOrAdd("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", key => File.ReadAllText(key))); // silent: a key whose value is read

    public static PitchlySecret B5(string text) { var map = ImmutableDictionary<string, string>.Empty.Add("a", "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe").Add("b", text); return new(map["b"]); } // silent: another key of an immutable dictionary

    public static PitchlySecret B6(string text) { Span<char> buffer = stackalloc char[80]; "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe".CopyTo(buffer); text.CopyTo(buffer[43..]); return new(buffer.ToString()); } // silent: a part of what is copied

    public static PitchlySecret B7(string text) => new(string.Create(CultureInfo.InvariantCulture, $"{text}-Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe")); // silent: a part of what is created

    public static PitchlySecret B8(string text) { var list = new List<string>(); list.AddRange(["Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", text]); return new(list[1]); } // silent: another element of a range

    public static PitchlySecret B9(string text) { var list = new List<string>(); list.Add("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"); list.Insert(0, text); return new(list[0]); } // silent: an element before which another one stands

    public static string B10(int at) => Colours[at];

    public static PitchlySecret B11(string[] words, int at) { var names = new[] { "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe" }; Api.Show(names[at]); return new(words[at]); } // silent: names at the same place

    public static PitchlySecret B12(IDictionary<string, string> words, int at) { var names = new[] { "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe" }; return new(words[names[at]]); } // silent: a key at a place

    public static PitchlySecret B13(string text) { var buffer = new byte[64]; Encoding.UTF8.GetBytes("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", buffer); RandomNumberGenerator.Fill(buffer); return new(text); } // silent: what is copied elsewhere

    public static PitchlySecret B14() => new(Guid.NewGuid().ToString("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe")); // silent: a format of a GUID

    public static PitchlySecret B15(string text) { var map = new Dictionary<string, string> { ["Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"] = text }; return new(map.Values.First()); } // silent: a key of a dictionary

    public static PitchlySecret B16(Half half) { var (one, two) = half; return new(two); }

    internal sealed class Half(string given)
    {
        public void Deconstruct(out string one, out string two)
        {
            one = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; // silent: the other part of a deconstruction
            two = given;
        }
    }

    public static PitchlySecret B17(JsonNode node) => new((string)node["Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"]!); // silent: a key of JSON

    public static PitchlySecret B18(JsonObject node) { node["trace"] = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; return new((string)node["w"]!); } // silent: another value of JSON

    public static PitchlySecret B20(string text) { string word; try { word = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; Api.Show(word); word = text; } catch (IOException) { word = text; } finally { Api.Show(1); } return new(word); } // silent: overwritten on all ways of a try

    public static PitchlySecret B21(string text, bool b) { var word = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { if (b) { return new(text); } } finally { word = text; } return new(word); } // silent: overwritten in a finally block, after a return

    public static PitchlySecret B22(string text, bool b) { var word = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { try { Api.Show(word); } finally { word = text; } } finally { Api.Show(1); } return new(word); } // silent: overwritten in an inner finally block

    public static PitchlySecret B23(string text, bool b) { var word = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { Api.Show(word); } finally { try { Api.Show(1); } finally { word = text; } } return new(word); } // silent: overwritten in a finally block within one

    public static PitchlySecret B25(string text) { var word = "taaffeite"; try { Api.Show(word); } finally { if (text.Length > 3) { word = text; } } return new(word); } // PITCHLY3001: overwritten by chance in a finally block

    public static PitchlySecret B26(string text) { foreach (var one in new[] { "painite-1", "grandidi1" }) { try { return new(one); } catch (IOException) { } finally { Api.Show(2); } } return new(text); } // PITCHLY3001: a loop with a try in it

    public static PitchlySecret B27(Kind kind) => new(kind.ToString()); // silent: a value that is not known of an enum

    public static void B28(PitchlyOptions options, string id, IReadOnlyDictionary<string, string> labels) => options.AppSecret = Described(id, "none", labels); // silent: a word that stands in for a label

    private static string Described(string id, string other, IReadOnlyDictionary<string, string> labels)
    {
        var label = labels.TryGetValue(id, out var found) ? found : other;
        for (var index = 0; index < 2; index++)
        {
            label += index == 0 ? " (first)" : $"{id}-{index}";
        }

        return string.Join(", ", label.Split(',').Select(one => one.Trim()).Where(one => one.Length > 0));
    }

    internal enum Kind
    {
        KxpWnTzVbQrYmLcJdHfGsAuEoIiNtXyReKxpWnTzVbQ, // silent: a name of an enum
    }
}

internal sealed class Call
{
    public Call(string path, bool carriesSecret = false) => (Path, CarriesSecret) = (path, carriesSecret); // silent: true or false, in a tuple

    public string Path { get; }

    public bool CarriesSecret { get; }

    public static Call Upload() => new("/Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", true);
}
