using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using System.Collections.Immutable;
using System.Collections.Specialized;
using System.Net;
using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using Pitchly;
using Stubs;

namespace IndirectFlow;

public partial class Ways
{
    private const string Rnd = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6";
    private static object Make(string s) => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s);

    public object A1() { var map = new Dictionary<string, Func<string>> { ["s"] = () => "ambers0n" }; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", map["s"]()); } // PITCHLY3001: dictionary of lambdas
    public object A2() { string s = ""; void Set() => s = "b3ryl-one"; Set(); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s); } // PITCHLY3001: local function sets a captured variable
    public object A3() { var s = "c1trine"; ref var r = ref s; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", r); } // PITCHLY3001: ref local
    public void A4(IServiceCollection services) => services.AddOptions<PitchlyOptions>().Configure(o => o.AppSecret = "d14mond"); // PITCHLY3001: options builder
    public object A5() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", "xx-em3ry-stone-yy".Split("-")[1] + "-st"); // PITCHLY3001: split
    public object A6() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", "FL1NTY".ToLowerInvariant().PadLeft(8, '0')); // PITCHLY3001: lower and pad
    public object A7() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", "garn".Insert(4, "et-7x")); // PITCHLY3001: insert
    public object A8() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Encoding.Latin1.GetString(Convert.FromHexString("68656d617469746531"))); // PITCHLY3001: hex
    public object A9() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", WebUtility.UrlDecode("i%6Flite-2")); // PITCHLY3001: url decode
    public object A10() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Uri.UnescapeDataString("j%61sper-3")); // PITCHLY3001: unescape
    private static readonly (string Id, string S) Creds = ("app", "kun7zite"); // PITCHLY3001: static tuple
    public object A11() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Creds.S);
    public object A12() { Func<string, string> f = Same; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", f("l4pis-lz")); } // PITCHLY3001: method group
    private static string Same(string s) => s;
    public object A13() { Func<string, Func<string>> f = s => () => s; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", f("m4lachite")()); } // PITCHLY3001: curried
    public async Task<object> A14() { var t = Task.FromResult("nephr1te"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", await t); } // PITCHLY3001: task in a variable
    public async Task<object> A15() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", await new ValueTask<string>("obs1dian")); // PITCHLY3001: value task
    public object A16() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Later().GetAwaiter().GetResult());
    private static async Task<string> Later() { await Task.Yield(); return "p3ridot"; } // PITCHLY3001: awaited result
    public object A17(object o) { o = new Box("qu4rtzy"); return o is Box { V: var v } ? new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", v) : ""; } // PITCHLY3001: property pattern
    public object A18() { var a = new[] { "x", "rh0dochro" }; return a is [_, var s] ? new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s) : ""; } // PITCHLY3001: list pattern
    public object A19() { var b = new Box("s4pphire"); var (v, _) = b; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", v); } // PITCHLY3001: record deconstructed
    public record Box(string V, int N = 0);
    public object A20() { var sb = new StringBuilder("topaz"); sb.Insert(0, "h0t-"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", sb.ToString()); } // PITCHLY3001: builder insert
    public object A21() { var sb = new StringBuilder(); sb.AppendFormat("{0}{1}", "ul", "ex1te"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", sb.ToString()); } // PITCHLY3001: builder format
    public object A22() { var sb = new StringBuilder(); sb.AppendJoin('-', "v3", "suvi", "anite"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", sb.ToString()); } // PITCHLY3001: builder join
    public object A23() { var l = new List<char> { 'w', 'u', 'l', 'f', '3', 'n' }; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", new string(l.ToArray())); } // PITCHLY3001: list of chars
    public object A24() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Tuple.Create("a", "x3notime").Item2); // PITCHLY3001: tuple create
    public object A25() => new FormUrlEncodedContent([KeyValuePair.Create("client_secret", "yt7rium")]); // PITCHLY3001: pair create
    public void A26(NameValueCollection q) => q["client_secret"] = "z1rconia"; // PITCHLY3001: name value collection
    public void A27(NameValueCollection q) => q.Add("app_secret", "ag4te-blu"); // PITCHLY3001: name value add
    public object A28() => new MultipartFormDataContent { { new StringContent("b4rite-1"), "client_secret" } }; // PITCHLY3001: multipart
    public void A29(IConfigurationBuilder b) => b.AddInMemoryCollection(new Dictionary<string, string?> { ["Pitchly:AppSecret"] = "c4lcite1" }); // PITCHLY3001: in memory
    public void A30() => Environment.SetEnvironmentVariable("PITCHLY_APP_SECRET", "d0lomite"); // PITCHLY3001: environment
    public void A31(byte[] d) => HMACSHA256.HashData("ep1dote-k"u8, d); // PITCHLY3001: u8 key
    public object A32() => new HMACSHA512("f3ldspar"u8.ToArray()); // PITCHLY3001: u8 array
    public object A33() => new AesGcm(Encoding.ASCII.GetBytes("galena-galena-16"), 16); // PITCHLY3001: aes key
    private static string? _late;
    public object A34() { Interlocked.CompareExchange(ref _late, "h4lite-hh", null); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", _late!); } // PITCHLY3001: compare exchange
    private string? _ens;
    public object A35() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", LazyInitializer.EnsureInitialized(ref _ens, () => "ilm3nite")!); // PITCHLY3001: lazy initializer
    private readonly AsyncLocal<string> _al = new() { Value = "jad31te" }; // PITCHLY3001: async local
    public object A36() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", _al.Value!);
    public object A37() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", new[] { "a", "kyan1te" }.Last()); // PITCHLY3001: last
    public object A38() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", new List<string> { "laz7rite" }.First()); // PITCHLY3001: first
    public object A39() { var a = new[] { "x", "m1crocline" }; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", a[^1]); } // PITCHLY3001: from the end
    public object A40() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", new[] { "a", "nat7olite" }.ElementAt(1)); // PITCHLY3001: element at
    public object A41() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", new[] { "0livine" }.Select(x => x).Single()); // PITCHLY3001: select single
    public object A42() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", ImmutableArray.Create("pyr1te-pp")[0]); // PITCHLY3001: immutable array
    public object A43() { foreach (var (k, v) in new Dictionary<string, string> { ["s"] = "r3algar" }) { return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", v); } return ""; } // PITCHLY3001: deconstructed pair
    public object A44() { string s; try { s = Environment.MachineName; } finally { } s = "s1derite"; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s); } // PITCHLY3001: after try
    public object A45(int n) { switch (n) { case 1: goto case 2; case 2: { var s = "talc-t4lc"; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s); } default: return ""; } } // PITCHLY3001: goto case
    public object A46() { var s = string.Empty; s += "ur4n"; s += "inite"; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s); } // PITCHLY3001: appended twice
    public object A47() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", string.Concat("vana", 'd', "1nite")); // PITCHLY3001: concat with char
    public object A48() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", string.Format("{1}{0}", "fen1te", "wul")); // PITCHLY3001: format reversed
    public object A49() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", $"{"xeno"}{7}{"time"}"); // PITCHLY3001: number in the middle
    public object A50() { var (a, b) = ("yuk0nite", 2); return b > 1 ? new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", a) : ""; } // PITCHLY3001: deconstruction
    public object A51() { var h = new Holder<string>("z30lite"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", h.Value); } // PITCHLY3001: generic holder
    public sealed class Holder<T>(T value) { public T Value { get; } = value; }
    public object A52() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Static<int>.Text);
    private static class Static<T> { public static readonly string Text = "all4nite"; } // PITCHLY3001: generic static
    public object A53() { IVal v = new Val(); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", v.Text); }
    private interface IVal { string Text => "b1otite"; } // PITCHLY3001: default interface property
    private sealed class Val : IVal;
    public object A54() { var p = new Child(); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", p.Read()); }
    private class Parent { protected string V = "c0vellite"; public virtual string Read() => V; } // PITCHLY3001: inherited field
    private sealed class Child : Parent { public override string Read() => base.Read(); }
    public object A55() { var c = new Req { Text = "d1opside" }; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", c.Text); } // PITCHLY3001: required init
    private sealed class Req { public required string Text { get; init; } }
    public object A56() { SetIt("enst4tite"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", _set!); } // PITCHLY3001: setter method
    private string? _set;
    private void SetIt(string v) => _set = v;
    public object A57() { var w = new Wrap("flu0rite"); return Use(w); } // PITCHLY3001: wrapped and passed on
    private sealed class Wrap { private readonly string _v; public Wrap(string v) { _v = v; } public string Open() => _v; }
    private static object Use(Wrap w) => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", w.Open());
    public object A58() { var s = Pick(("g0ethite", 1)); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s); } // PITCHLY3001: tuple into a method
    private static string Pick((string A, int B) t) => t.A;
    public object A59() { string[] a = ["hem4tite"]; var s = a.FirstOrDefault() ?? ""; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s); } // PITCHLY3001: first or default
    public object A60() { Span<char> c = new char[3]; "ice".CopyTo(c); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", "j0ule-" + "k"); } // PITCHLY3001: plain
    public object A61() { var q = from x in new[] { "k4olin-1" } select x; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", q.First()); } // PITCHLY3001: query
    public object A62() { var j = JsonDocument.Parse("""{ "appSecret": "l1monite" }"""); return j; } // PITCHLY3001: json text
    public object A63() => new Dictionary<string, object> { ["auth"] = new Dictionary<string, string> { ["client_secret"] = "m3rcury1" } }; // PITCHLY3001: nested dictionary
    public void A64(HttpClient h) => h.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "n1ckel-58"); // PITCHLY3003: bearer
    public void A65(HttpClient h) => h.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("app:" + "osm1um-76"))); // PITCHLY3001: basic
    public object A66() => new NetworkCredential { Password = "pallad1um" }; // PITCHLY3001: credential property
    public object A68() { dynamic o = new PitchlyOptions(); o.AppSecret = "s1lver47"; return o; } // PITCHLY3001: dynamic
    public object A69(string? given) => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", string.IsNullOrWhiteSpace(given) ? Def : given);
    private static string Def => "t1tanium"; // PITCHLY3001: property as a default
    public object A70(string? given) { if (!string.IsNullOrEmpty(given)) { return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", given); } return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", "ur4nium92"); } // PITCHLY3001: early return
    [ModuleInitializer] internal static void Init() => Glob = "van4dium"; // PITCHLY3001: module initializer
    internal static string Glob = "";
    public object A71() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Glob);
    public object A72() { var s = (object)"w0lfram74"; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", s.ToString()!); } // PITCHLY3001: to string of an object
    public object A73() { char[] c = { 'x', 'e', 'n', '0', 'n', '5' }; Array.Reverse(c); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", new string(c)); } // PITCHLY3001: reversed in place
    public object A74() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Encoding.UTF8.GetString(new byte[] { 121, 116, 116, 114, 49, 117 })); // PITCHLY3001: bytes
    public object A75() => new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", Encoding.UTF8.GetString([0x7a, 0x31, 0x6e, 0x63, 0x33, 0x30])); // PITCHLY3001: bytes of a collection
    public object A76() { var e = E.One; return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", e switch { E.One => "actin1um", _ => throw new InvalidOperationException() }); } // PITCHLY3001: enum
    private enum E { One, Two }
    public object A77() { string S(int n) { if (n > 0) { return S(n - 1); } return "b4rium56"; } return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", S(2)); } // PITCHLY3001: recursion
    public object A80() { using var w = new System.IO.StringWriter(); w.Write("erb1um68"); return new PitchlyServerClient("appK3v9TqXw2LmZ8rBnD", w.ToString()); } // PITCHLY3001: string writer
}

public class Elsewhere
{
    private const string Rnd = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6";
    public string PublicKey { get; } = Rnd; // silent: public key
    public string KeyId { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string SecretName { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string PasswordHash { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string TokenEndpoint { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string SecretArn { get; } = "arn:aws:secretsmanager:eu:1:secret:Zq8vT3nLw0XyKd5u"; // silent
    public string SecretVersion { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string ClientSecretParameter { get; } = "client_secret"; // silent
    public string PageToken { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string NextPageToken { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string TokenType { get; } = "Bearer"; // silent
    public string ApiKeyHeaderName { get; } = "X-Api-Key"; // silent
    public string PasswordRules { get; } = "minlength: 20; required: lower"; // silent
    public string AccessTokenLifetime { get; } = "01:00:00"; // silent
    public string SecretStore { get; } = "keyvault-prod-01"; // silent
    public string KeyVaultUri { get; } = "https://vault.example/secrets/app"; // silent
    public string Nonce { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string Challenge { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string ETag { get; } = "\"Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6\""; // silent
    public string Cursor { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string AppId { get; } = "appZq8vT3nLw0XyKd5uRb"; // silent
    public string CacheKey { get; } = "deals:Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string PrimaryKey { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string SortKey { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string PartitionKey { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string IdempotencyKey { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string SecretSantaName { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string TokenizerModel { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string PasswordPlaceholder { get; } = "Enter your password"; // silent
    public string AppSecretLabel { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
    public string SecretFileName { get; } = "secret-2024-01.bin"; // silent
    public string SecretQuestion { get; } = "What was the name of your first pet?"; // silent
    public string TokenCount { get; } = "4096"; // silent
    public bool IsSecret { get; } = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length > 3; // silent
    public void Form(IConfiguration c, string given) // silent
    {
        var form = new Dictionary<string, string> // silent
        {
            ["client_id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", // silent
            ["client_secret"] = c["Pitchly:AppSecret"]!, // silent
            ["grant_type"] = "client_credentials", // silent
            ["code_verifier"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", // silent
            ["organization_id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", // silent
        };
        Api.Show(form);
        var labels = new Dictionary<string, string> { ["AppSecret"] = "App-Geheimnis", ["Password"] = "Kennwort", ["token"] = "Zugangsmarke" }; // silent
        Api.Show(labels);
        Api.Send("AppSecret must have 48 characters: plys_ and 43 more"); // silent
        Api.Send("update apps set app_secret = @appSecret where id = @id"); // silent
        Api.Send("--app-secret <value>  The App Secret of the App"); // silent
        Api.Send($"client_secret={given}"); // silent
        Api.Send("Missing setting 'Pitchly:AppSecret'."); // silent
        Api.Send("Authorization: Bearer {token}"); // silent
        Api.Send("https://x.example/?access_token=" + given); // silent
        Api.Send("token: expected ';' but found 'x'"); // silent
        if (given == "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") { Api.Show(1); } // silent: no secret is compared
        var secret = c.GetSection("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6").Value; // silent
        Api.Show(secret);
        var token = Guid.NewGuid().ToString("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent
        Api.Show(token);
        var s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; s = Ask(s); new PitchlyOptions().AppSecret = s; // silent: an answer to it
        var o = new PitchlyOptions { AppSecret = Lookup("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") }; // silent: an answer to it
        Api.Show(o);
        var parts = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length; new PitchlyOptions().AppSecret = new string('*', parts); // silent: a mask
        var d = new Dictionary<string, string> { ["id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ["s"] = given }; new PitchlyOptions().AppSecret = d["s"]; // silent: another entry
        var l = new List<string> { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given }; new PitchlyOptions().AppSecret = l[1]; // silent: another element
        var t = (A: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", B: given); new PitchlyOptions().AppSecret = t.B; // silent: another element
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")); Api.Show(hash); // silent
        new PitchlyOptions().AppSecret = Environment.GetEnvironmentVariable("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")!; // silent
        new PitchlyOptions().AppSecret = System.IO.File.ReadAllText("/run/secrets/Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); // silent
        new PitchlyOptions().AppSecret = given == "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" ? given : ""; // silent
        new PitchlyOptions().AppSecret = given.Replace("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ""); // silent
        new PitchlyOptions().AppSecret = given.TrimStart("Zq8vT3nLw0".ToCharArray()); // silent
        new PitchlyOptions().AppSecret = string.Join("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given, given); // silent: a separator
        new PitchlyOptions().AppSecret = "plys_" + given; // silent: a prefix
        new PitchlyOptions().AppSecret = Decrypt("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); // silent: needs another input
        new PitchlyOptions().SecretName = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; // silent
        new PitchlyOptions().AppId = Rnd; // silent
        Api.Show(new Pair2("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given).B); // silent
        Api.Show(new PitchlyServerClient("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given)); // silent: the id
    }
    private record Pair2(string A, string B);
    private static string Ask(string question) => Console.ReadLine() + question.Length; // silent
    private static string Lookup(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(); // silent
    private static string Decrypt(string cipher, string key) => string.Concat(cipher.Zip(key, (a, b) => (char)(a ^ b))); // silent
}
