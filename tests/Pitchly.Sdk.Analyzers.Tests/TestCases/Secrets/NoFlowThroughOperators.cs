using System.Security.Cryptography;
using Pitchly;
using Stubs;

namespace NoFlowThroughOperators;

/// <summary>Random text that calls, callbacks, collections and patterns take elsewhere.</summary>
public static class Around
{
    private static readonly Dictionary<string, string> Kept = new();
    private static readonly Dictionary<string, string> Other = new();
    private static readonly List<string> Rows = [];
    private static readonly List<string> Names = [];

    private static event Action<string>? Told;

    public static void P1(string given) { Told += s => Api.Show(s); Told?.Invoke("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Told += s => new PitchlyOptions().AppSecret = given; } // silent: an event whose argument is left

    public static void P2(string given) { Told += s => Api.Show(s); Told?.Invoke("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); } // silent: an event that shows what it tells

    public static void P3(string given) { new PitchlyOptions().AppSecret = new Table(given)["b"]; } // silent: another key of an indexer of the source

    public static void P4(string given) { new PitchlyOptions().AppSecret = (new Sum(given) + "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6").Text; } // silent: the other operand

    public static void P5(string given) { Held h = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Api.Show(h.Id); new PitchlyOptions().AppSecret = given; } // silent: a conversion to something else

    public static void P6(string given) { Held h = given; h.Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; new PitchlyOptions().AppSecret = h.Text; } // silent: another member of what was converted

    public static void P7(string given) { new PitchlyOptions().AppSecret = Sum.Of("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given).Text; } // silent: another argument of a factory

    public static void P8(string given) { new PitchlyOptions().AppSecret = new Chain().WithId("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6").WithText(given).Text; } // silent: another step of a builder

    public static void P9(string given) { Run((id, text) => new PitchlyOptions().AppSecret = text, given); } // silent: another argument of a callback

    public static void P10(string given) { Run((id, text) => Api.Show(id), given); } // silent: a callback that shows an id

    public static void P11(string given) { new PitchlyOptions().AppSecret = new WithDefault(given, given).Text; } // silent: a default that is not used

    public static void P12(string given) { new PitchlyOptions().AppSecret = new WithDefault(given, Text: given).Text; } // silent: a default that is not used, by name

    public static void P13(string given, Dictionary<string, string> map) { new PitchlyOptions().AppSecret = map.GetValueOrDefault("k", given); Api.Show(map.GetValueOrDefault("id", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")); } // silent: a default of an id

    public static void P14(string given, Dictionary<string, string> map) { new PitchlyOptions().AppSecret = map.GetValueOrDefault("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); } // silent: a key

    public static void P15(string given) { Kept["id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; new PitchlyOptions().AppSecret = Kept["s"]; } // silent: another entry of a field

    public static void P16(string given) { Kept.Add("id2", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = Kept["s"]; } // silent: another entry that is added to a field

    public static void P17(string given) { Other["s"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Api.Show(Other.Count); new PitchlyOptions().AppSecret = Kept["s"]; } // silent: the same key of another field

    public static void P18(string given) { Rows.Add("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(Rows.Count); new PitchlyOptions().AppSecret = Names[0]; } // silent: another list

    public static void P19(string given) { var o = new Held(); FillId(o); new PitchlyOptions().AppSecret = o.Text; } // silent: another member, written by a method

    public static void P20(string given) { var o = new Held { Text = given }; new PitchlyOptions().AppSecret = o.Text; FillText(o); } // silent: written by a method after the use

    public static void P21(string given) { var a = new Held(); var b = new Held(); FillText(a); Api.Show(a); new PitchlyOptions().AppSecret = b.Text; } // silent: another object, written by a method

    public static void P22(string given) { var o = MadeOf("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); new PitchlyOptions().AppSecret = o.Text; } // silent: another member of an object made by a method

    public static void P23(string given) { new PitchlyOptions().AppSecret = MadeOf("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given).Text; } // silent: another member of what a method gives back

    public static void P24(string given) { new PitchlyOptions().AppSecret = Twice("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given).Item2; } // silent: another element of what a method gives back

    public static void P25(string given) { var q = from s in new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } let t = given where s.Length > 0 select new PitchlySecret(t); Api.Show(q.Count()); } // silent: another variable of a query

    public static void P26(string given) { var q = from a in new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } from b in new[] { given } select new PitchlyServerClient(a, b); Api.Show(q.Count()); } // silent: the first of two variables of a query

    public static void P27(string given) { var lazy = new Lazy<string>(Ask); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = lazy.Value; } // silent: a lazy value that asks

    public static void P28(string given) { var parts = ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" + ":" + given).Split(':'); new PitchlyOptions().AppSecret = parts[1]; } // silent: the other part of a split text in a variable

    public static void P29(string given) { using var r = new System.IO.StreamReader(given); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = r.ReadToEnd(); } // silent: a file

    public static void P30(string given) { Parallel.ForEach(new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }, s => new PitchlyOptions().AppSecret = given); } // silent: a parallel loop over something else

    public static void P31(string given) { new PitchlyOptions().AppSecret = Request("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); string Request(string id) => Console.ReadLine() + id.Length; } // silent: an answer

    public static void P32(string given) { Action<string> show = s => Api.Show(s); show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Action<string> set = s => new PitchlyOptions().AppSecret = s; set(given); } // silent: another lambda

    public static void P33(string given) { var list = new List<Held> { new() { Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", Text = given } }; new PitchlyOptions().AppSecret = list[0].Text; } // silent: another member of an element

    public static void P34(string given) { var list = new List<(string Id, string Text)> { ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given) }; new PitchlyOptions().AppSecret = list[0].Text; } // silent: another element of a tuple in a list

    public static void P35(string given) { foreach (var (id, text) in new[] { ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given) }) { Api.Show(id); new PitchlyOptions().AppSecret = text; } } // silent: another variable of a loop

    public static void P36(string given) { var d = new Dictionary<string, Dictionary<string, string>> { ["a"] = new() { ["id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ["s"] = given } }; new PitchlyOptions().AppSecret = d["a"]["s"]; } // silent: another entry of a nested dictionary

    public static void P37(string given) { var o = new { A = new { Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", Text = given } }; new PitchlyOptions().AppSecret = o.A.Text; } // silent: another member of a nested object

    public static void P38(string given) { var t = ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given)); new PitchlyOptions().AppSecret = t.Item2.Item2; } // silent: another element of a nested tuple

    public static void P39(string given) { var (_, (_, s)) = ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given)); new PitchlyOptions().AppSecret = s; } // silent: another variable of a nested deconstruction

    public static void P40(string given) { string a = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", b = given; (a, b) = (b, a); Api.Show(b); new PitchlyOptions().AppSecret = a; } // silent: swapped

    public static void P41(string given) { string s; Api.Show(s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); s = given; new PitchlyOptions().AppSecret = s; } // silent: overwritten after it was shown

    public static async Task P42(string given) { Func<Task<string>> f = async () => { await Task.Yield(); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); return given; }; new PitchlyOptions().AppSecret = await f(); } // silent: an async lambda that gives something else

    public static async Task P43(string given) { await foreach (var s in Ids()) { Api.Show(s); } new PitchlyOptions().AppSecret = given; } // silent: a stream of ids

    public static void P44(string given) { string? s = null; Volatile.Write(ref s, given); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = Volatile.Read(ref s)!; } // silent: another write

    public static void P45(string given) { new PitchlyOptions().AppSecret = Gen<Id>(given); string Gen<T>(string t) where T : IStatic { Api.Show(T.Text); return t; } } // silent: a static that is shown

    public static void P46(string given) { new PitchlyOptions().AppSecret = Statics.Text ?? given; } // silent: a static that is never written

    public static void P47(string given) { Statics.Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; new PitchlyOptions().AppSecret = given; } // silent: a static that is an id

    public static void P48(string given) { var s = given; void Log() => Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Log(); new PitchlyOptions().AppSecret = s; } // silent: a local function that shows

    public static void P49(string given) { var s = given; Action reset = () => s = ""; reset(); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = s; } // silent: a lambda that empties

    public static void P50(string given) { object o = new Held { Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", Text = given }; if (o is Held { Id: var id, Text: var text }) { Api.Show(id); new PitchlyOptions().AppSecret = text; } } // silent: the other of two properties in a pattern

    public static void P51(string given) { object o = new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given }; if (o is string[] and [var a, var b]) { Api.Show(a); new PitchlyOptions().AppSecret = b; } } // silent: the other of two in a list pattern

    public static void P52(string given) { var s = (given, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") switch { (var a, _) => a }; new PitchlyOptions().AppSecret = s; } // silent: the other position of a tuple pattern

    public static void P53(string given) { switch (("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given)) { case (_, var b): new PitchlyOptions().AppSecret = b; break; } } // silent: the other position of a case

    public static void P54(string given) { if (given is { Length: > 3 } long1) { Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = long1; } } // silent: a pattern of something else

    public static void P55(string given) { var sb = new StringBuilder(); foreach (var one in given) { sb.Append(one); } Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = sb.ToString(); } // silent: a builder of characters of something else

    public static void P56(string given) { var bytes = Encoding.UTF8.GetBytes("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(SHA256.HashData(bytes)); new PitchlyOptions().AppSecret = given; } // silent: bytes that are hashed

    public static void P57(string given) { using var h = new HMACSHA256(Encoding.UTF8.GetBytes(given)); Api.Show(h.ComputeHash(Encoding.UTF8.GetBytes("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"))); } // silent: the data of a signature

    public static void P58(string given) { Api.Show(HMACSHA256.HashData(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"))); } // silent: the data of a signature, in one call

    public static void P59(string given) { Api.Show(new Rfc2898DeriveBytes(given, Encoding.UTF8.GetBytes("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"), 1000, HashAlgorithmName.SHA256)); } // silent: a salt of a derived key

    public static void P60(string given) { var a = Aes.Create(); a.IV = Encoding.UTF8.GetBytes("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")[..16]; a.Key = Encoding.UTF8.GetBytes(given); Api.Show(a); } // silent: an initialization vector

    public static void P61(string given) { new PitchlyOptions().AppSecret = string.IsNullOrEmpty(given) ? throw new InvalidOperationException("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") : given; } // silent: a message

    public static void P62(string given) { new PitchlyOptions().AppSecret = given ?? throw new KeyNotFoundException("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); } // silent: a message of an exception

    public static void P63(string given) { var names = new[] { nameof(PitchlyOptions.AppSecret), "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; Api.Show(names); } // silent: names

    public static void P64(string given) { dynamic d = new Held(); d.Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Api.Show(d); new PitchlyOptions().AppSecret = given; } // silent: a dynamic id

    public static void P65(string given) { var o = new PitchlyOptions(); foreach (var p in o.GetType().GetProperties()) { Api.Show(p.Name + "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); } } // silent: names of properties

    private static void Run(Action<string, string> f, string given) => f("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); // silent: the first argument of a callback

    private static void FillId(Held held) => held.Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: an id

    private static void FillText(Held held) => held.Text = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent: an object that goes nowhere

    private static Held MadeOf(string id, string text) { var held = new Held(); held.Id = id; held.Text = text; return held; }

    private static (string, string) Twice(string id, string text) => (id, text);

    private static string Ask() => Console.ReadLine() ?? "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length.ToString(); // silent: a length

    private static async IAsyncEnumerable<string> Ids() { await Task.Yield(); yield return "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; } // silent: ids

    private sealed class Table(string text) { public string this[string key] => key == "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" ? "" : text; } // silent: a key

    private sealed record Sum(string Text) { public static Sum operator +(Sum a, string b) { Api.Show(b); return a; } public static Sum Of(string id, string text) { Api.Show(id); return new(text); } }

    private sealed record WithDefault(string Id, string Text = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent: a default that nobody uses

    private sealed class Chain { private string _id = ""; public string Text { get; private set; } = ""; public Chain WithId(string id) { _id = id; return this; } public Chain WithText(string text) { Text = text; return this; } public override string ToString() => _id; }

    private sealed class Held { public string Id { get; set; } = ""; public string Text { get; set; } = ""; public static implicit operator Held(string text) => new() { Text = text }; }

    private interface IStatic { static abstract string Text { get; } }

    private sealed class Id : IStatic { public static string Text => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; } // silent: an id

    private static class Statics { public static string? Text { get; set; } public static string? Id { get; set; } }
}
