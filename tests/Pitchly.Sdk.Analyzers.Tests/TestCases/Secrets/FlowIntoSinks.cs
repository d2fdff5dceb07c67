using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using System.Collections.Specialized;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pitchly;
using Pitchly.OAuth;
using Stubs;

namespace FlowIntoSinks;

public sealed class Sinks
{
    private const string Field = "client_secret";
    private static readonly string Text = "amarone-1"; // PITCHLY3001: static into a form by a constant key
    public object C1() => new Dictionary<string, string> { [Field] = Text };
    public object C2() { var v = "barolo-22"; return new FormUrlEncodedContent(new Dictionary<string, string> { { "client_secret", v } }); } // PITCHLY3001: local into a form
    public void C3(HttpClient h) { var v = "chianti-3"; h.DefaultRequestHeaders.Add("X-App-Secret", v); } // PITCHLY3001: local into a header
    public void C4(HttpClient h) { var v = "dolcetto4"; h.DefaultRequestHeaders.Authorization = new("Bearer", v); } // PITCHLY3003: local into bearer
    public void C5(IConfigurationBuilder b) { var d = new Dictionary<string, string?>(); d["Pitchly:AppSecret"] = Half + "zo-5"; b.AddInMemoryCollection(d); }
    private const string Half = "erbaluce";  // PITCHLY3001: composed
    public object C6() { var o = new JsonObject(); o["appSecret"] = Get(); return o; }
    private static string Get() => "falanghina"; // PITCHLY3001: method into JSON
    public object C7() { string Loc() => "greco-777"; return $"https://x.example/?client_secret={Loc()}"; } // PITCHLY3001: local function into a query
    public object C8(string id) { var v = "inzolia-8"; return "AppId=" + id + ";AppSecret=" + v; } // PITCHLY3001: local into a connection string
    public object C9(string id) { var v = "lambrusco"; return string.Format("client_id={0}&client_secret={1}", id, v); } // PITCHLY3001: local into a format
    public object C10(string id) { var sb = new StringBuilder(); sb.Append("client_id=").Append(id).Append("&client_secret=").Append(Nine()); return sb.ToString(); }
    private static string Nine() => "moscato10"; // PITCHLY3001: method into a builder
    public object C11() { var v = new[] { "x", "nebbiolo1" }; return new NetworkCredential("app", v[1]); } // PITCHLY3001: element into a credential
    public object C12() { var k = Encoding.UTF8.GetBytes("ortrugo12"); return new HMACSHA256(k); } // PITCHLY3001: bytes in a variable
    public object C13() { byte[] K() => Encoding.UTF8.GetBytes("pecorino3"); using var h = new HMACSHA256(); h.Key = K(); return h; } // PITCHLY3001: bytes of a local function
    public object C14() { var (a, s) = Two(); return new ClientCredentialsGrant { AppId = new(a), AppSecret = new(s), OrganizationId = new("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") }; }
    private static (string, string) Two() => ("appK3v9TqXw2LmZ8rBnD", "refosco14"); // PITCHLY3001: tuple into a generated type
    public void C15(IServiceCollection s) { var v = "sagrantino"; s.AddSingleton(new PitchlyOptions { AppSecret = v }); } // PITCHLY3001: local into options
    public void C16(IServiceCollection s) { s.Configure<PitchlyOptions>(Set); void Set(PitchlyOptions o) { o.AppSecret = "teroldego"; } } // PITCHLY3001: local function as configuration
    public void C17(IServiceCollection s) => s.Configure<PitchlyOptions>(SetUp); 
    private static void SetUp(PitchlyOptions o) { o.AppSecret = Pick(true); }
    private static string Pick(bool b) => b ? "uva-rara-17" : ""; // PITCHLY3001: through a configuring method
    public object C18() { var v = "vermentino"; return new { client_secret = v }; } // PITCHLY3001: local into an anonymous type
    public object C19() { var v = "zibibbo-19"; return (appId: "x", appSecret: v); } // PITCHLY3001: local into a tuple
    public object C20() { var appSecret = Decode("YWdsaWFuaWNvMjA="); return appSecret; } // PITCHLY3001: decoded into a local
    private static string Decode(string s) => Encoding.UTF8.GetString(Convert.FromBase64String(s));
    public object C21() { PitchlyOptions o = new(); (o.AppId, o.AppSecret) = ("app", "bonarda-21"); return o; } // PITCHLY3001: deconstruction into members
    public object C22() { var o = new PitchlyOptions(); o.AppSecret ??= "cannonau22"; return o; } // PITCHLY3001: coalesce assignment
    public object C23() { var o = new PitchlyOptions(); o.AppSecret += "durella-23"; return o; } // PITCHLY3001: added to a member
    public object C24(bool b) { string appSecret; if (b) { appSecret = "enantio-24"; } else { appSecret = ""; } return new PitchlySecret(appSecret); } // PITCHLY3001: named local on one branch
    public string AppSecret { get; set; } = Make("freisa-25"); // PITCHLY3001: initializer by a method
    private static string Make(string v) => v.Trim();
    public string ClientSecret => _client ??= "garganega"; // PITCHLY3001: cached property
    private string? _client;
    public object C26(NameValueCollection q) { var v = "grillo-26x"; q.Set("client_secret", v); return q; } // PITCHLY3001: set
    public object C27() { var v = JsonSerializer.Serialize(new Req("id", "lagrein-27")); return v; } // PITCHLY3001: record parameter
    private sealed record Req(string client_id, string client_secret);
    public object C28() { var v = "malvasia28"; var json = $$"""{ "appSecret": "{{v}}" }"""; return json; } // PITCHLY3001: local into raw JSON
    public object C29() { var json = "{ \"appSecret\": \"" + Val + "\" }"; return json; }
    private static string Val => "nosiola-29"; // PITCHLY3001: property into JSON text
    public Task C30(HttpClient h) { var v = Env("X") ?? "picolit-30"; return h.PostAsJsonAsync("/t", new { appSecret = v }); } // PITCHLY3001: fallback into JSON
    private static string? Env(string n) => Environment.GetEnvironmentVariable(n);
    public object C31() { var o = new PitchlyOptions { AppSecret = Parts[0] + "-" + Parts[1] }; return o; }
    private static readonly string[] Parts = ["ribolla", "31"]; // PITCHLY3001: elements joined
    public object C32() { var v = "schiava-32"; Action set = () => _o.AppSecret = v; set(); return _o; } // PITCHLY3001: captured
    private readonly PitchlyOptions _o = new();
    public object C33() { foreach (var v in new[] { "timorasso3" }) { _o.AppSecret = v; } return _o; } // PITCHLY3001: loop
    public object C34() { var v = "verdicchio"; Swap(ref v); _o.AppSecret = v; return _o; } // PITCHLY3001: ref that leaves it
    private static void Swap(ref string v) { if (v.Length > 100) { v = ""; } }
    public object C35() { const string a = "vespa"; const string b = "iola-35"; return new PitchlySecret($"{a}{b}"); } // PITCHLY3001: constant interpolation
    public object C36() { var s = new string("albana-36".Reverse().ToArray()); return new PitchlySecret(s); } // PITCHLY3001: reversed
    public object C37() { var s = Rot13("oneoren37"); return new PitchlySecret(s); } // PITCHLY3001: rot13
    private static string Rot13(string s) => string.Concat(s.Select(c => char.IsLetter(c) ? (char)((c - 'a' + 13) % 26 + 'a') : c));
    public object C38() { var b = Convert.FromHexString("63617272696361"); for (var i = 0; i < b.Length; i++) { b[i] ^= 1; } return new PitchlySecret(Encoding.UTF8.GetString(b)); } // PITCHLY3001: xored bytes
    public object C39() { var s = Get2("secret"); return new PitchlySecret(s); }
    private static string Get2(string key) { var d = new Dictionary<string, string> { ["secret"] = "cesanese39", ["id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; return d[key]; } // PITCHLY3001: key given by the caller
    public object C40() { var s = "cortese-40|x"; return new PitchlySecret(s[..s.IndexOf('|')]); } // PITCHLY3001: up to a mark
}
