using Microsoft.Extensions.Configuration;
using System.Security.Cryptography;
using Pitchly;
using Stubs;

namespace FlowThroughOperators;

public partial class Roads
{
    private static object S(string s) => s.Length;
    private event Action<string>? Got;
    public void B1() { Got += s => new PitchlyOptions().AppSecret = s; Got?.Invoke("acacia-1"); } // PITCHLY3001: event
    public object B2() => new PitchlySecret(new Table()["a"]);
    private sealed class Table { public string this[string k] => k == "a" ? "bamboo-2" : ""; } // PITCHLY3001: indexer of the source
    public object B3() => new PitchlySecret((new Cred("") + "cedar-33").V); // PITCHLY3001: operator
    private sealed record Cred(string V, string W = "") { public static Cred operator +(Cred a, string b) => new(b); public static Cred Create(string v) => new(v); public static Cred Default => new("dogwood-4"); } // PITCHLY3001: static property of a record
    public object B4() { Wrapped w = "ebony-55"; return new PitchlySecret(w.Value); } // PITCHLY3001: implicit conversion
    private sealed class Wrapped { public string Value = ""; public static implicit operator Wrapped(string v) => new() { Value = v }; }
    public object B5() => new PitchlySecret(Cred.Default.V);
    public object B6() => new PitchlySecret(Cred.Create("fir-tree-6").V); // PITCHLY3001: static factory
    private abstract class Template { protected abstract string Read(); public object Make() => new PitchlySecret(Read()); }
    private sealed class Filled : Template { protected override string Read() => "ginkgo-7"; } // PITCHLY3001: template method
    public object B7() => new Builder().WithId("hazel-id-8").WithText("hickory-8").Build(); // PITCHLY3001: builder; the id goes nowhere
    private sealed class Builder { private string _id = "", _text = ""; public Builder WithId(string v) { _id = v; return this; } public Builder WithText(string v) { _text = v; return this; } public object Build() => new PitchlyServerClient(_id, _text); }
    public object B8() => new PitchlySecret(Config.Instance.Value);
    private sealed class Config { public static Config Instance { get; } = new(); public string Value { get; } = "ironwood"; } // PITCHLY3001: singleton
    public object B9() => new PitchlySecret(Result<string>.Ok("juniper-9").Value); // PITCHLY3001: generic result
    private sealed class Result<T> { private Result(T v) => Value = v; public T Value { get; } public static Result<T> Ok(T v) => new(v); }
    public object B10() => Run(v => new PitchlySecret(v));
    private static object Run(Func<string, object> f) => f("kauri-10"); // PITCHLY3001: given to a callback
    private readonly Func<string> _get = Get;
    private static string Get() => "larch-11"; // PITCHLY3001: method group in a field
    public object B11() => new PitchlySecret(_get());
    public object B12() => new PitchlySecret(Shift("maple-12")); // PITCHLY3001: own loop over characters
    private static string Shift(string s) { var r = ""; foreach (var c in s) { r += (char)(c - 1); } return r; }
    public object B13() => new PitchlySecret(new string('n', 2) + "oak-13"); // PITCHLY3001: repeated character
    public object B14() { var sb = new StringBuilder(); foreach (var n in new[] { 111, 108, 105, 118, 101, 49 }) { sb.Append((char)n); } return new PitchlySecret(sb.ToString()); } // PITCHLY3001: numbers
    private static readonly byte[] Raw = [112, 105, 110, 101, 45, 49]; // PITCHLY3001: bytes of a field
    public object B15() => new PitchlySecret(Encoding.UTF8.GetString(Raw));
    private static ReadOnlySpan<byte> Key => "quince-16"u8; // PITCHLY3001: u8 property
    public byte[] B16(byte[] d) => HMACSHA256.HashData(Key, d);
    private const string Half = "cm93", Full = Half + "YW4tMTc="; // PITCHLY3001: base64 of two
    public object B17() => new PitchlySecret(Encoding.UTF8.GetString(Convert.FromBase64String(Full)));
    public object B18(string? x) { if (x is null or "") { x = "spruce-18"; } return new PitchlySecret(x); } // PITCHLY3001: null or empty
    public static void Main2() => Global.Value = "teak-19"; // PITCHLY3001: static set elsewhere
    private static class Global { public static string? Value { get; set; } }
    public object B19() => new PitchlySecret(Global.Value!);
    public object B20() => new Service(new Cfg { V = "upas-20" }).Make(); // PITCHLY3001: injected settings
    private sealed class Cfg { public string V { get; set; } = ""; }
    private sealed class Service(Cfg cfg) { public object Make() => new PitchlySecret(cfg.V); }
    private static readonly Lazy<string> Lazy0 = new(Load);
    private static string Load() => "viburnum"; // PITCHLY3001: lazy method group
    public object B21() => new PitchlySecret(Lazy0.Value);
    public object B22() { var creds = new List<(string Id, string S)> { ("w", "willow-22") }; return new PitchlySecret(creds[0].S); } // PITCHLY3001: list of tuples
    public object B23() { foreach (var (_, s) in new[] { ("y", "yew-tree-23") }) { return new PitchlySecret(s); } return ""; } // PITCHLY3001: loop over tuples
    public object B24() { var d = new Dictionary<string, Dictionary<string, string>> { ["a"] = new() { ["b"] = "zelkova24" } }; return new PitchlySecret(d["a"]["b"]); } // PITCHLY3001: nested dictionary
    public object B25() => new PitchlySecret(new Dflt("a").S);
    private sealed record Dflt(string Id, string S = "alder-25"); // PITCHLY3001: default of a record's parameter
    public object B26() => new PitchlySecret((Cred.Default with { W = "birch-26" }).W); // PITCHLY3001: with on a property
    public object B27(string[] args) => new PitchlySecret(args.Length > 0 ? args[0] : "cherry-27"); // PITCHLY3001: argument or default
    public object B28(string[] args) => new PitchlySecret(args.FirstOrDefault() ?? "damson-28"); // PITCHLY3001: first or default
    public object B29(Dictionary<string, string> d) => new PitchlySecret(d.GetValueOrDefault("k", "elder-29")); // PITCHLY3001: default of a dictionary
    public object B30() { string a = "fig-tree-30", b = ""; (a, b) = (b, a); return new PitchlySecret(b + a.Length); } // silent: not all of it is a literal
    public object B31() { string a = "guava-31", b = ""; (a, b) = (b, a); Api.Show(a); return new PitchlySecret(b); } // PITCHLY3001: swapped
    public object B32() { string s; return new PitchlySecret(s = "hemlock-32"); } // PITCHLY3001: assignment as an argument
    public async Task<object> B33() { Func<Task<string>> f = async () => { await Task.Yield(); return "imbuia-33"; }; return new PitchlySecret(await f()); } // PITCHLY3001: async lambda
    public async Task B34() { await foreach (var s in Stream()) { Api.Show(new PitchlySecret(s)); } }
    private static async IAsyncEnumerable<string> Stream() { await Task.Yield(); yield return "jujube-34"; } // PITCHLY3001: async stream
    public void B35() => Parallel.ForEach(new[] { "kapok-35" }, s => new PitchlyOptions().AppSecret = s); // PITCHLY3001: parallel
    private static string? _x = "linden-36"; // PITCHLY3001: field behind a property
    private static string X => _x ?? throw new InvalidOperationException();
    public object B36() => new PitchlySecret(X);
    public object B37() => Use<Impl>();
    private static object Use<T>() where T : IStatic => new PitchlySecret(T.Text);
    private interface IStatic { static abstract string Text { get; } }
    private sealed class Impl : IStatic { public static string Text => "mango-37"; } // PITCHLY3001: static abstract
    public object B38() => new PitchlySecret(Volatile.Read(ref _x)!);
    public object B40() { using var r = new System.IO.StreamReader(new System.IO.MemoryStream("olive-40"u8.ToArray())); return new PitchlySecret(r.ReadToEnd()); } // PITCHLY3001: stream
    public object B41() { var parts = "id:peach-41".Split(':'); return new PitchlySecret(parts[1]); } // PITCHLY3001: split into a variable
    public object B42() { var s = "quandong-42"; return new PitchlySecret(Inner()); string Inner() { return s; } } // PITCHLY3001: captured by a local function
    public object B43() { object Inner(string t) { return new PitchlySecret(t); } return Inner("rosewood43"); } // PITCHLY3001: local function's parameter
    public object B44() { var list = new List<string> { "sandal-44" }; return list.ConvertAll(s => new PitchlySecret(s)); } // PITCHLY3001: convert all
    public object B45() => new[] { "tamarind45" }.Select(s => new PitchlySecret(s)).ToList(); // PITCHLY3001: select into the sink
    public object B46() => from s in new[] { "umbrella46" } select new PitchlySecret(s); // PITCHLY3001: query into the sink
    public object B47() { var o = new Cfg(); Fill(o); return new PitchlySecret(o.V); } // silent: reported where it is written
    private static void Fill(Cfg c) => c.V = "vanilla-47"; // PITCHLY3001: written by a method
    public object B48() { var c = Mk("wattle-48"); return new PitchlySecret(c.V); } // PITCHLY3001: object made by a method
    private static Cfg Mk(string v) => new() { V = v };
    public object B49() { var c = Mk2("yucca-49"); return new PitchlySecret(c.V); } // PITCHLY3001: object filled by a method
    private static Cfg Mk2(string v) { var c = new Cfg(); c.V = v; return c; }
    public object B50() => new PitchlySecret(((Func<string>)(() => "zebrano-50"))()); // PITCHLY3001: lambda called on the spot
    private readonly Dictionary<string, string> _d = new(); public void Put() => _d["k"] = "almond-51"; // PITCHLY3001: entry of a field
    public object B51() => new PitchlySecret(_d["k"]);
    private readonly List<string> _l = []; public void Put2() => _l.Add("banyan-52"); // PITCHLY3001: added to a field
    public object B52() => new PitchlySecret(_l[0]);
    private string _own = ""; public Roads() => _own = "cassia-53"; // PITCHLY3001: set by an expression constructor
    public object B53() => new PitchlySecret(_own);
    public object B54() => this.Ext2("durian-54"); // PITCHLY3001: extension's argument
    public object B55(bool b) { string s = b ? "elm" : "ash"; s += "-tree-55"; return new PitchlySecret(s); } // PITCHLY3001: appended to a choice
    public object B56() { string s = "x"; s = s + "fern-56"; return new PitchlySecret(s); } // PITCHLY3001: added to itself
    public object B57() { var s = "gum-tree-57"; var t = s; s = ""; Api.Show(s); return new PitchlySecret(t); } // PITCHLY3001: copied before it is overwritten
    public object B58() { var a = new { B = new { C = "holly-58" } }; return new PitchlySecret(a.B.C); } // PITCHLY3001: nested anonymous
    public object B59() { var t = ("a", ("b", "ivy-59-x")); return new PitchlySecret(t.Item2.Item2); } // PITCHLY3001: nested tuple
    public object B60() { var (_, (_, s)) = ("a", ("b", "jasmine-60")); return new PitchlySecret(s); } // PITCHLY3001: nested deconstruction
}

internal static class Extended
{
    public static object Ext2(this Roads f, string text) => new PitchlySecret(text);
}
