using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Pitchly;
using Pitchly.OAuth;
using Stubs;

namespace FlowThroughFields;

public class Startup
{
    private const string K = "sunrise7"; // PITCHLY3001: const to grant
    private string? _cached;
    private readonly Lazy<PitchlySecret> _secret = new(() => new PitchlySecret(Decode("c3VucmlzZTc4"))); // PITCHLY3001: lazy decode
    private static string Decode(string s) => Encoding.UTF8.GetString(Convert.FromBase64String(s));

    public void Configure(IServiceCollection services, IConfiguration config)
    {
        services.Configure<PitchlyOptions>(o => { o.AppId = "appK3v9TqXw2LmZ8rBnD"; o.AppSecret = K; });
        services.Configure<PitchlyOptions>(o => o.ClientSecret = config["X"] ?? Fallback());
        services.AddSingleton(new PitchlyServerClient("a", Get("secret")));
        services.AddSingleton(sp => new PitchlyServerClient(appId: "a", appSecret: Build(3)));
        services.PostConfigure<PitchlyOptions>(o => { if (o.AppSecret == "") { o.AppSecret = "m1dnight"; } }); // PITCHLY3001: post configure
    }
    private static string Fallback() { var x = "tw1light"; return x; } // PITCHLY3001: fallback method
    private static string Get(string name) => name switch { "secret" => "d4ybreak", "id" => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", _ => throw new ArgumentException(name) }; // PITCHLY3001: switch by name
    private static string Build(int n)
    {
        var sb = new StringBuilder();
        for (var i = 0; i < n; i++) sb.Append("ab1"); // PITCHLY3001: appended in a loop
        return sb.ToString(); 
    }
    public string Cached() { _cached ??= "n00ntime"; return _cached; } // PITCHLY3001: cached field
    public object UseCached() => new PitchlyServerClient("x", Cached());
    public async Task Post(HttpClient http, string id)
    {
        var form = new List<KeyValuePair<string, string>>();
        form.Add(new("client_id", id));
        form.Add(new("client_secret", "ev3ning")); // PITCHLY3001: target typed pair
        await http.PostAsync("/token", new FormUrlEncodedContent(form));
        await http.PostAsJsonAsync("/token", new { clientId = id, clientSecret = Fix("dusk-44") }); // PITCHLY3001: anonymous via method
        http.DefaultRequestHeaders.Add("Authorization", "Bearer " + Tok);
        http.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {"n1ghtfall-9"}"); // PITCHLY3003: bearer interpolated
        http.DefaultRequestHeaders.Authorization = new("Bearer", T2());
        var body = new Dictionary<string, object?> { { "variables", new Dictionary<string, object?> { { "secretKey", "m0rning" } } } }; // PITCHLY3001: graphql variables
        var vars = new { secretKey = "aftern00n" }; // PITCHLY3001: variables anonymous
        var doc = JsonSerializer.SerializeToElement(new { query = "{ x }", variables = vars });
        Api.Show(body); Api.Show(doc);
    }
    private const string Tok = "tok-5pm-yes"; // PITCHLY3003: bearer const
    private static string T2() => "tok-6pm-yes"; // PITCHLY3003: bearer method
    private static string Fix(string s) => s.Replace('x', 'y');
    public AccessToken Token() => new(new PitchlySecret("midn1ght-sun"), DateTimeOffset.MaxValue); // PITCHLY3001: access token secret
    public static implicit operator string(Startup s) => "x";
    public string this[string key] => key == "AppSecret" ? "z" : "";
    public ClientCredentialsGrant Grant(OrganizationId o)
    {
        var s = Parts().Item2;
        return new ClientCredentialsGrant { AppId = new("appK3v9TqXw2LmZ8rBnD"), AppSecret = new(s), OrganizationId = o };
    }
    private static (string A, string B) Parts() => ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", "parts-b-1"); // PITCHLY3001: parts
    public byte[] Sig(byte[] data) { using var h = new HMACSHA256(Key()); return h.ComputeHash(data); }
    private static byte[] Key() => Encoding.UTF8.GetBytes(Raw);
    private static readonly string Raw = string.Join("", new[] { 's', '3', 'c', 'r', 't' }.Append('z')); // PITCHLY3001: several literals are reported where they become the key
    public string Jwt() => Sign(new { iss = "appK3v9TqXw2LmZ8rBnD" }, "jwt-s1gner"); // PITCHLY3001: jwt secret
    private static string Sign(object payload, string with) { var k = Encoding.UTF8.GetBytes(with); return Convert.ToBase64String(HMACSHA256.HashData(k, JsonSerializer.SerializeToUtf8Bytes(payload))); }
    public void Env() { var s = Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET"); if (s is null) { s = "d3fault-dev"; } new PitchlySecret(s).ToString(); } // PITCHLY3001: env fallback
    public void Env2() { var s = Environment.GetEnvironmentVariable("PITCHLY_APP_SECRET") is { Length: > 0 } e ? e : "d3fault-two"; new PitchlySecret(s).ToString(); } // PITCHLY3001: env fallback pattern
    public PitchlySecret Conf(IOptions<PitchlyOptions> o) => new(o.Value.AppSecret is "" ? "opt-d3fault" : o.Value.AppSecret); // PITCHLY3001: options fallback
    public static string Secret { get { return Inner.S; } }
    private static class Inner { internal static string S { get; } = "inner-s-1"; } // PITCHLY3001: getter of inner
    private readonly Func<string> _f = () => "field-l4mbda"; // PITCHLY3001: field lambda
    public PitchlySecret F() => new(_f());
    private readonly IReadOnlyList<string> _list = new[] { "l1st-zero", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; // PITCHLY3001: list item
    public PitchlySecret L() => new(_list[0]);
    public PitchlySecret L2() => new(Choose(true, "ch00se-me")); // PITCHLY3001: conditional return
    private static string Choose(bool b, string s) { if (b) return s; return ""; }
    public PitchlySecret L3() { string s; (s, _) = ("dec0nstruct", 1); return new(s); } // PITCHLY3001: deconstruct assign
    public PitchlySecret L4() { var s = "loop"; while (s.Length < 12) s += "1x"; return new(s); } // PITCHLY3001: appended in loop
    public PitchlySecret L5() { var s = new { V = "an0nymous" }; return new(s.V); } // PITCHLY3001: anonymous member
    public PitchlySecret L6() { var d = new Dictionary<int, string> { { 1, "int-key-1" } }; return new(d[1]); } // PITCHLY3001: int key
    public PitchlySecret L7() { Span<char> c = stackalloc char[] { 'a', 'b', 'c', '1', '2', '3' }; return new(c.ToString()); } // PITCHLY3001: stackalloc
    public PitchlySecret L8() { string Inner2(int i) => i == 0 ? "rec-urs1ve" : Inner2(i - 1); return new(Inner2(3)); } // PITCHLY3001: recursive
    public PitchlySecret L9() { goto a; a: var s = "g0to-label"; return new(s); } // PITCHLY3001: goto
    public PitchlySecret L10() { using var r = new System.IO.StringReader("r3ader-text"); return new(r.ReadToEnd()); } // PITCHLY3001: reader
    public PitchlySecret L12() => new(new Wrapper("wr4pper-1").ToString()); // PITCHLY3001: ToString override
    private sealed class Wrapper(string v) { public override string ToString() => v; }
    public PitchlySecret L13() => new(Enumerable.Repeat("ab1", 3).Aggregate((a, b) => a + b)); // PITCHLY3001: repeat
    public PitchlySecret L14() { var q = new Queue<string>(); q.Enqueue("queue-1t"); return new(q.Dequeue()); } // PITCHLY3001: queue
    public PitchlySecret L15() { var l = new List<string>(); l.Add("list-add-1"); return new(l[0]); } // PITCHLY3001: list add
    public PitchlySecret L17() => new($"{Half1}{Half2}");
    private const string Half1 = "hal"; private const string Half2 = "f0ne"; // PITCHLY3001: two consts
    public PitchlySecret L18() { var a = new[] { "x", "y" }; a[1] = "arr-set-1"; return new(a[1]); } // PITCHLY3001: array set
    public PitchlySecret L19() { var s = "  tr1m-me "; s = s.Trim(); return new(s); } // PITCHLY3001: self assign
    public PitchlySecret L20() { var s = ""; foreach (var c in "f0reach") s += c; return new(s); } // PITCHLY3001: char foreach
    public PitchlySecret L21() => new("n1ce" switch { var x => x }); // PITCHLY3001: switch var
    public PitchlySecret L22() { static string Rot(string s) => new(s.Select(c => (char)(c + 1)).ToArray()); return new(Rot("r0tated")); } // PITCHLY3001: rot
    public PitchlySecret L23() => new(Regex0().Replace("re#gex#1", "")); // PITCHLY3001: regex replace
    private static System.Text.RegularExpressions.Regex Regex0() => new("#");
    public PitchlySecret L24() { string? s = null; s = s ?? "c0alesce"; return new(s); } // PITCHLY3001: coalesce
    public PitchlySecret L25(bool b) { var s = b switch { true => "bool-true-1", false => "bool-false-1" }; return new(s); } // PITCHLY3001: switch bool
    public PitchlySecret L26() { var m = new MemoryConfig(); m.Value = "mem-c0nf"; return Use(m); } // PITCHLY3001: object passed on
    private static PitchlySecret Use(MemoryConfig m) => new(m.Value);
    private sealed class MemoryConfig { public string Value { get; set; } = ""; }
    public PitchlySecret L27() => Use2(new() { Value = "obj-init-1" }); // PITCHLY3001: object init passed on
    private static PitchlySecret Use2(MemoryConfig m) => new(m.Value);
    public PitchlySecret L28() { var t = (Name: "n", Val: "named-tup1"); var u = t; return new(u.Val); } // PITCHLY3001: tuple copy
}
