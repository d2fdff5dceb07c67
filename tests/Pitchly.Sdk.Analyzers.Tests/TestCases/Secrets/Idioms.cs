using System.Buffers;
using System.IO;
using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Pitchly;
using Stubs;

namespace Idioms;

internal static class Extensions
{
    public static string Twice(this string text) => text + text;
}

internal sealed class Cases
{
    private string _late = null!;

    public PitchlySecret A8() => new("wollas".Twice()); // PITCHLY3001: an extension

    public PitchlySecret A10() { _late = "enstatite"!; return new PitchlySecret(_late!); } // PITCHLY3001: an exclamation mark

    public PitchlySecret A11() { var text = ("augite-" + ("black"))!; return new(text!); } // PITCHLY3001: parentheses and an exclamation mark

    public PitchlySecret A12() { var one = """hornfels"""; var text = $$"""{{one}}-9"""; return new(text); } // PITCHLY3001: a raw text with a hole

    public byte[] A13() { ReadOnlySpan<byte> key = "epid"u8 + "ote1"u8; return HMACSHA256.HashData(key, [1]); } // PITCHLY3001: a sum of UTF-8 texts

    public PitchlySecret A14() { string[] more = ["Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"]; string[] all = [.. more, "allanite1"]; return new(all[^1]); } // PITCHLY3001: the last of a spread

    public PitchlySecret A15(object given) => new(given is string { Length: > 2 } text ? text : "vesuvian1"); // PITCHLY3001: a pattern or else

    public PitchlySecret A16() { var (id, word) = new Pair(); return new(word); }

    private sealed class Pair
    {
        public void Deconstruct(out string id, out string word)
        {
            id = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; // silent: the other part of a deconstruction
            word = "axinite-7"; // PITCHLY3001: one part of a deconstruction
        }
    }

    public PitchlySecret A17() { foreach (var word in new Own()) { return new(word); } return default!; }

    private sealed class Own
    {
        public IEnumerator<string> GetEnumerator() { yield return "datolite1"; } // PITCHLY3001: its own enumerator
    }

    public PitchlySecret A18() { Span<char> buffer = stackalloc char[8]; "danburit".CopyTo(buffer); return new(buffer.ToString()); } // PITCHLY3001: copied into a span

    public PitchlySecret A19() { var buffer = new char[8]; "chondrod".AsSpan().CopyTo(buffer); return new(new string(buffer)); } // PITCHLY3001: copied into an array

    public PitchlySecret A20() { var bytes = new byte[8]; Encoding.UTF8.GetBytes("clinohum", bytes); return new(Encoding.UTF8.GetString(bytes)); } // PITCHLY3001: encoded into an array

    public PitchlySecret A21() => new(string.Create(CultureInfo.InvariantCulture, $"{"monticel"}{1}")); // PITCHLY3001: created by a culture

    public PitchlySecret A23() { try { return new(File.ReadAllText("x")); } catch { return new("fayalite1"); } } // PITCHLY3001: where the file is missing

    public PitchlySecret A24() { string? text = null; text ??= "tephroite"; return new(text); } // PITCHLY3001: where there is none

    public PitchlySecret A25() { if (!Try(out string? text)) { text = "larnite-1"; } return new(text!); } // PITCHLY3001: where the try fails

    private static bool Try(out string? text) { text = Environment.GetEnvironmentVariable("T"); return text is not null; } // silent: a variable of the environment

    public async Task<PitchlySecret> A26() { await foreach (var word in Stream()) { return new(word); } return default!; }

    private static async IAsyncEnumerable<string> Stream() { await Task.Yield(); yield return "merwinite"; } // PITCHLY3001: an asynchronous stream

    public PitchlySecret A27() { Func<string, string> up = text => text.ToUpperInvariant(); Func<string> all = () => up("spurrite1"); return new(all()); } // PITCHLY3001: a lambda that calls a lambda

    public PitchlySecret A28() { var text = new { Word = "tilleyite", Trace = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe" }; var other = text with { Trace = "x" }; return new(other.Word); } // PITCHLY3001: an anonymous object, changed

    public PitchlySecret A29() { var read = new ReadOnlyCollection<string>(["rankinite"]); return new(read[0]); } // PITCHLY3001: a read-only collection

    public PitchlySecret A31() { string text; switch (DateTime.Now.Month) { case 1: text = "zircon-11"; break; default: text = Console.ReadLine()!; break; } return new(text); } // PITCHLY3001: a section of a switch

    public PitchlySecret A32() { var text = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; lock (this) { text = Console.ReadLine()!; } return new(text); } // silent: overwritten in a lock

    public PitchlySecret A33() { var text = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; using (var reader = new StringReader("x")) { text = Console.ReadLine()!; } return new(text); } // silent: overwritten in a using statement

    public PitchlySecret A34() { var text = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { text = Console.ReadLine()!; } finally { Api.Show(1); } return new(text); } // silent: overwritten in a try

    public PitchlySecret A35() { string text; try { text = "hibonite1"; Api.Show(text); } finally { Api.Show(2); } return new(text); } // PITCHLY3001: kept by a finally block

    public PitchlySecret A36() { string text = ""; try { Api.Show(1); } finally { text = "perovskit"; } return new(text); } // PITCHLY3001: written in a finally block

    public PitchlySecret A37(bool b) { string text = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { Api.Show(1); } finally { if (b) { text = "geikielit"; } else { text = Console.ReadLine()!; } } return new(text); } // PITCHLY3001: written on a branch of a finally block

    public PitchlySecret A38() { string text = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { Api.Show(text); } catch (IOException) { throw; } finally { text = Console.ReadLine()!; } return new(text); } // silent: overwritten in a finally block, or thrown

    public PitchlySecret A39() { foreach (var x in new[] { 1, 2 }) { var text = "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"; try { if (x == 1) { continue; } } finally { text = Console.ReadLine()!; } return new(text); } return default!; } // silent: overwritten in a finally block after a continue

    public PitchlySecret A40() { try { return new("pyrophan1"); } finally { Api.Show(3); } } // PITCHLY3001: returned from a try

    public PitchlySecret A41() { var list = new List<string>(); list.AddRange(["armalcol1", "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"]); return new(list[0]); } // PITCHLY3001: a range that is added

    public PitchlySecret A42() { var list = new List<string> { "Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe" }; list[0] = Console.ReadLine()!; return new(list[0]); } // silent: an element that is overwritten

    public PitchlySecret A43() { var list = new List<string>(); list.Insert(0, "pseudobr1"); return new(list[0]); } // PITCHLY3001: an element that is inserted

    public PitchlySecret A44() { var stack = new Stack<string>(["ulvospin1"]); return new(stack.Pop()); } // PITCHLY3001: a stack

    public PitchlySecret A45() { var set = new HashSet<string> { "hausmann1" }; return new(set.First()); } // PITCHLY3001: a set

    public PitchlySecret A46() { var map = new SortedDictionary<string, string> { { "w", "jacobsite" } }; return new(map["w"]); } // PITCHLY3001: a sorted dictionary

    public PitchlySecret A47() { var map = new Dictionary<string, string> { ["w"] = "franklini" }; foreach (var (key, value) in map) { if (key == "w") { return new(value); } } return default!; } // PITCHLY3001: a loop over a dictionary

    public PitchlySecret A48() { var map = new Dictionary<string, string> { ["w"] = "gahnite-1" }; return new(map.Values.First()); } // PITCHLY3001: the values of a dictionary

    public PitchlySecret A50() { var text = new StringBuilder().Append("mag").Append('h').Append("emi").Append(7).ToString(); return new(text); } // PITCHLY3001: a builder in a row

    public unsafe PitchlySecret A51() { fixed (char* p = "corundum1") { return new(new string(p)); } } // PITCHLY3001: a pointer

    public PitchlySecret A52() => new(DateTime.UtcNow.ToString("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", CultureInfo.InvariantCulture)); // silent: a format

    public PitchlySecret A53(IDictionary<string, string> given) => new(given.TryGetValue("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", out var text) ? text : throw new KeyNotFoundException("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe")); // silent: a key that is missing

    public PitchlySecret A54(string given) => new(given.Replace("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe", "", StringComparison.Ordinal)); // silent: what is taken out

    public PitchlySecret A55(string given) => new(given.TrimStart("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe".ToCharArray())); // silent: what is trimmed

    public PitchlySecret A56(string given) => new(given.Split("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe")[1]); // silent: a separator

    public PitchlySecret A57() { using var aes = Aes.Create(); aes.IV = Convert.FromBase64String("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe="); return new(Convert.ToBase64String(aes.Key)); } // silent: an initialization vector

    public PitchlySecret A58(Stream stream) { using var reader = new StreamReader(stream); return new(reader.ReadToEnd()); } // silent: a stream

    public PitchlySecret A59() { var process = System.Diagnostics.Process.Start("Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe"); return new(process.StandardOutput.ReadToEnd()); } // silent: a program

    public PitchlySecret A60(HttpClient http) => new(http.GetStringAsync("https://x/Kx4pW8nTz2Vb6Qr0Ym3Lc7Jd1Hf5Gs9AuEoIiNtXyRe").GetAwaiter().GetResult()); // silent: an address
}
