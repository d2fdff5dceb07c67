using Microsoft.Extensions.Configuration;
using System.Net.Http.Json;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pitchly;
using Stubs;

namespace FlowThroughClasses;

// base class field
internal abstract class BaseClient
{
    protected readonly string _s;
    protected BaseClient(string s) => _s = s;
    public object Make(string id) => new PitchlyServerClient(id, _s);
}
internal sealed class Derived : BaseClient
{
    public Derived() : base("v3locity") { } // PITCHLY3001: base ctor
}
internal sealed class DerivedPrimary(string x) : Base2(x, "gr4vity9"); // PITCHLY3001: primary base
internal class Base2(string a, string b)
{
    public object Make() => new PitchlyServerClient(a, b);
}
internal abstract class Virt
{
    protected abstract string Code { get; }
    public object Make(string id) => new PitchlyServerClient(id, Code);
}
internal sealed class VirtImpl : Virt
{
    protected override string Code => "1nertia"; // PITCHLY3001: override property
}
internal sealed class Extension0
{
    public object Make(string id) => "fr1ction".Into(id); // PITCHLY3001: extension receiver
}
internal static class Ext
{
    public static object Into(this string text, string id) => new PitchlyServerClient(id, text);
    public static PitchlyOptions WithSecret(this PitchlyOptions options, string v) { options.AppSecret = v; return options; }
    public static string Deobfuscate(this string s) { var a = s.ToCharArray(); for (int i = 0; i < a.Length; i++) { a[i] = (char)(a[i] ^ 3); } return new string(a); }
}
internal static class Misc
{
    public static void Fluent(PitchlyOptions o) => o.WithSecret("m0mentum"); // PITCHLY3001: fluent
    public static object Deob(string id) => new PitchlyServerClient(id, "scrambled77".Deobfuscate()); // PITCHLY3001: own transform
    public static object Json0() => JsonSerializer.Serialize(new { client_id = "x", client_secret = "imp4ct" }); // PITCHLY3001: anonymous
    public static object JsonObj() => new JsonObject { ["client_secret"] = "k1netic" }; // PITCHLY3001: json object
    public static object NetCred() => new NetworkCredential("app", "st4tic99"); // PITCHLY3001: NetworkCredential password
    public static void Local()
    {
        string a = "t0rque", b; // PITCHLY3001: through a tuple into a local function
        b = a;
        (string, string) p = (b, "x");
        Set(p.Item1);
        void Set(string q) => new PitchlyOptions().AppSecret = q;
    }
    public static void Arr()
    {
        var parts = new List<string> { "dyn", "am0", "99" }; // PITCHLY3001: list concat
        new PitchlyOptions().AppSecret = string.Concat(parts);
    }
    public static void Arr2()
    {
        var parts = new string[2];
        parts[0] = "ther"; // PITCHLY3001: array elements
        parts[1] = "m0dyn";
        new PitchlyOptions().AppSecret = parts[0] + parts[1];
    }
    public static void Sw(int k)
    {
        var v = k == 1 ? "entr0py1" : k == 2 ? "enth4lpy" : null; // PITCHLY3001: nested
        new PitchlyOptions().AppSecret = v ?? "";
    }
    public static void Pattern(object o)
    {
        o = "ph0ton77"; // PITCHLY3001: pattern
        if (o is string s) { new PitchlyOptions().AppSecret = s; }
    }
    public static void Out2()
    {
        if (TryGet(out string? found)) { new PitchlyOptions().AppSecret = found!; }
    }
    private static bool TryGet(out string? v) { v = "el3ctron"; return true; } // PITCHLY3001: try get
    public static void Ref()
    {
        var t = "";
        Fill(ref t);
        new PitchlyOptions().AppSecret = t;
    }
    private static void Fill(ref string v) => v = "neutr0n"; // PITCHLY3001: ref
    public static void Params() => Many("a", "pr0ton55"); // PITCHLY3001: params
    private static void Many(params string[] all) => new PitchlyOptions().AppSecret = all[1];
    public static void Dict()
    {
        var d = new Dictionary<string, string>();
        d["s"] = "p0sitron"; // PITCHLY3001: dictionary
        new PitchlyOptions().AppSecret = d["s"];
    }
    public static void DictTry()
    {
        var d = new Dictionary<string, string> { ["s"] = "m3son123" }; // PITCHLY3001: dict try
        if (d.TryGetValue("s", out var v)) new PitchlyOptions().AppSecret = v;
    }
    private static readonly Dictionary<string, string> Table = new() { ["a"] = "g1uon777", ["b"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // PITCHLY3001: static table
    public static void DictStatic() => new PitchlyOptions().AppSecret = Table["a"];
    private static readonly string[] Parts = ["b0s", "on9"]; // PITCHLY3001: static array
    public static void ArrStatic() => new PitchlyOptions().AppSecret = string.Join("", Parts);
    public static void Agg() => new PitchlyOptions().AppSecret = new[] { "qu4", "rk8" }.Aggregate("", (a, b) => a + b); // PITCHLY3001: aggregate
    public static void Sel() => new PitchlyOptions().AppSecret = string.Concat(new[] { 104, 117, 110, 116, 50 + 0, 55 }.Select(c => (char)c)); // PITCHLY3001: select to chars
    public static void Nest() => new PitchlyOptions().AppSecret = Inner.Deep.Value;
    private static class Inner { public static class Deep { public const string Value = "l3pton66"; } } // PITCHLY3001: nested const
    public static void Task0() => new PitchlyOptions().AppSecret = Task.Run(() => "h4dron33").Result; // PITCHLY3001: task run
    public static void Func2() { Func<string, string> f = x => x + "7"; new PitchlyOptions().AppSecret = f("b4ryon"); } // PITCHLY3001: lambda
    public static void Act() { Action<string> f = x => new PitchlyOptions().AppSecret = x; f("f3rmion1"); } // PITCHLY3001: action
    public static void Each() => new List<string> { "n3utrino" }.ForEach(x => new PitchlyOptions().AppSecret = x); // PITCHLY3001: foreach lambda
    public static IEnumerable<string> Yielded() { yield return "t4chyon1"; } // PITCHLY3001: yield
    public static void UseYield() { foreach (var y in Yielded()) new PitchlyOptions().AppSecret = y; }
    public static void Interp2() { var half = "grav1"; new PitchlyOptions().AppSecret = $"{half}{"ton"}"; } // PITCHLY3001: interp of locals
    public static void Using() { using var m = new HMACSHA256(); m.Key = Encoding.UTF8.GetBytes("up-qu4rk"); } // PITCHLY3001: key property
    public static string Prop { get; private set; } = "d0wnquark"; // PITCHLY3001: private set prop
    public static void UseProp() => new PitchlyOptions().AppSecret = Prop;
    public static unsafe string? Null(string? given) => string.IsNullOrEmpty(given) ? null : given;
    public static void Ternary2(IConfiguration c) { var s = c["x"]; if (string.IsNullOrEmpty(s)) s = "str4nge1"; new PitchlyOptions().AppSecret = s; } // PITCHLY3001: fallback
    public static void Generic() => Put<string>("ch4rmed1"); // PITCHLY3001: generic
    private static void Put<T>(T v) where T : class => new PitchlyOptions().AppSecret = (v as string)!;
    public static void ObjCast() { object o = "b0ttom22"; new PitchlyOptions().AppSecret = (string)o; } // PITCHLY3001: cast
    public static void StructS() { var s = new S { V = "t0pquark" }; new PitchlyOptions().AppSecret = s.V; } // PITCHLY3001: struct
    private struct S { public string V; }
    public static void SpanS() { ReadOnlySpan<char> sp = "sp1n-half"; new PitchlyOptions().AppSecret = sp.ToString(); } // PITCHLY3001: span
    public static void SpanSlice() { var sp = "xxsp1n-full".AsSpan(2); new PitchlyOptions().AppSecret = new string(sp); } // PITCHLY3001: span slice
    public static void RangeS() { var t = "zzis0spin"; new PitchlyOptions().AppSecret = t[2..]; } // PITCHLY3001: range
    public static void CharLoop() { var b = new char[6]; var src = "par1ty"; for (int i = 0; i < 6; i++) b[i] = src[i]; new PitchlyOptions().AppSecret = new string(b); } // PITCHLY3001: char loop
    public static void Content() => new StringContent("grant_type=client_credentials&client_secret=" + Flav);
    private const string Flav = "fl4vour1"; // PITCHLY3001: in text
    public static void UriB() { var u = new UriBuilder("https://x.example") { Query = "client_secret=" + "m4ss99" }; Api.Show(u); } // PITCHLY3001: uri query
    public static void Cookie0() => new Cookie("access_token", "ch4rge-1"); // PITCHLY3003: cookie
    public static object HeadersInit() => new HttpRequestMessage { Headers = { { "X-App-Secret", "w4velength" } } }; // PITCHLY3001: header init
    public static void Nullable0(string? appSecret) { if (appSecret is null) { appSecret = "fr3quency"; } Api.Show(appSecret.Length); } // PITCHLY3001: param reassign
}
