using System.Collections.Immutable;
using System.Security.Cryptography;
using Stubs;

namespace NoIndirectFlow;

/// <summary>Random text on ways that lead close to a secret's place, and past it.</summary>
public static class Past
{
    public static void P1(string given) { var map = new Dictionary<string, Func<string>> { ["a"] = () => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ["b"] = () => given }; new PitchlyOptions().AppSecret = map["b"](); } // silent: another entry of a dictionary of lambdas

    public static void P2(string given) { string s = given; void Set() { var s2 = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Api.Show(s2); } Set(); new PitchlyOptions().AppSecret = s; } // silent: a local function writes a variable of its own

    public static void P3(string given) { string s = given, other; void Set() => other = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; Set(); Api.Show(other = ""); new PitchlyOptions().AppSecret = s; } // silent: another captured variable

    public static void P4(string given) { var s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; ref var r = ref given; Api.Show(s); new PitchlyOptions().AppSecret = r; } // silent: a ref to another variable

    public static void P5(string given) { new PitchlyOptions().AppSecret = ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" + "|" + given).Split('|')[1]; } // silent: the other part of a split text

    public static void P6(string given) { new PitchlyOptions().AppSecret = PairOf(given).Text; } // silent: the other element of a named tuple

    public static void P7(string given) { Func<string, string> f = Length; new PitchlyOptions().AppSecret = f("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); } // silent: a method group that gives back something else

    public static void P8(string given) { Func<string, Func<string>> f = a => () => given; new PitchlyOptions().AppSecret = f("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")(); } // silent: a curried lambda that leaves its argument

    public static void P9(string given) { object o = new Two("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); if (o is Two { Text: var t }) { new PitchlyOptions().AppSecret = t; } } // silent: another property in a pattern

    public static void P10(string given) { object o = new Two("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); if (o is Two(_, var t)) { new PitchlyOptions().AppSecret = t; } } // silent: another position in a pattern

    public static void P11(string given) { var a = new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given }; if (a is [_, var t]) { new PitchlyOptions().AppSecret = t; } } // silent: another element of a list pattern

    public static void P12(string given) { var a = new[] { given, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; if (a is [var t, ..]) { new PitchlyOptions().AppSecret = t; } } // silent: the first of a list pattern

    public static void P13(string given) { var (_, b) = new Two("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); new PitchlyOptions().AppSecret = b; } // silent: the other part of a record

    public static void P14(string given) { var a = new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given }; new PitchlyOptions().AppSecret = a[^1]; } // silent: the last of an array

    public static void P15(string given) { var a = new List<string> { given, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; new PitchlyOptions().AppSecret = a[^2]; } // silent: the last but one of a list

    public static void P16(string given) { var a = ImmutableArray.Create("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); new PitchlyOptions().AppSecret = a[1]; } // silent: another element of an immutable array

    public static void P17(string given) { foreach (var (k, v) in new Dictionary<string, string> { ["Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"] = given }) { Api.Show(k); new PitchlyOptions().AppSecret = v; } } // silent: the key of an entry

    public static void P18(string given) { foreach (var pair in new Dictionary<string, string> { { given, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } }) { new PitchlyOptions().AppSecret = pair.Key; } } // silent: the value of an entry

    public static void P19(string given) { foreach (var pair in new Dictionary<string, string> { { "x", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } }) { Api.Show(pair.Value); new PitchlyOptions().AppSecret = given; } } // silent: an entry that goes nowhere

    public static void P20(string given) { var q = from x in new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" } where given.Length > 3 select given; new PitchlyOptions().AppSecret = q.First(); } // silent: a query that selects something else

    public static void P21(string given) { string? late = null; Interlocked.CompareExchange(ref late, given, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = late!; } // silent: the comparand of an exchange

    public static void P22(string given) { string? late = null; new PitchlyOptions().AppSecret = LazyInitializer.EnsureInitialized(ref late, () => given.Trim() + "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length); } // silent: a length

    public static void P23(string given) { dynamic d = new PitchlyOptions(); d.AppId = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; d.AppSecret = given; } // silent: another member of a dynamic

    public static void P24(string given) { dynamic d = given; d.SecretName = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; } // silent: a dynamic member that is a name

    public static void P25(string given) { var sb = new StringBuilder(); sb.AppendFormat("{0}", given); sb.Insert(0, ""); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = sb.ToString(); } // silent: a builder of something else

    public static void P26(string given) { var sb = new StringBuilder("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); sb.Clear(); sb.Append(given); new PitchlyOptions().AppSecret = sb.ToString(); } // silent: a builder that was emptied

    public static void P27(string given) { var one = new StringBuilder("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); var two = new StringBuilder(given); Api.Show(one); new PitchlyOptions().AppSecret = two.ToString(); } // silent: another builder

    public static void P28(string given) { using var w = new System.IO.StringWriter(); w.Write(given); Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = w.ToString(); } // silent: a writer of something else

    public static void P29(string given) { var sb = new StringBuilder(); sb.AppendJoin("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given, given); new PitchlyOptions().AppSecret = sb.ToString(); } // silent: a separator

    public static void P30(string given) { var t = (A: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", B: given); (t.A, t.B) = (t.B, given); new PitchlyOptions().AppSecret = t.B; } // silent: taken apart and put together

    public static void P31(string given) { var t = (A: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", B: given); var u = t; u.B = given; new PitchlyOptions().AppSecret = u.B; } // silent: a copy

    public static void P32(string given) { var t = (One: given, Two: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); (string A, string B) u = t; new PitchlyOptions().AppSecret = u.A; } // silent: the same tuple by other names

    public static void P33(string given) { var o = new Two("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given) with { Text = given }; new PitchlyOptions().AppSecret = o.Text; } // silent: the other member of a record

    public static void P34(string given) { var o = new { Id = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", Text = given }; new PitchlyOptions().AppSecret = o.Text; } // silent: another member

    public static void P35(string given) { var a = new string[2]; a[0] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; a[1] = given; new PitchlyOptions().AppSecret = a[1]; } // silent: another element

    public static void P36(string given) { var a = new[] { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; a = [given]; new PitchlyOptions().AppSecret = a[0]; } // silent: an array that was replaced

    public static void P37(string given) { var d = new Dictionary<string, string>(); d["a"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; d["b"] = given; new PitchlyOptions().AppSecret = d["b"]; } // silent: another key

    public static void P38(string given) { var d = new Dictionary<string, string> { ["a"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" }; if (!d.TryGetValue("b", out var v)) { v = given; } new PitchlyOptions().AppSecret = v; } // silent: another key, asked for

    public static void P39(string given) { var q = new Queue<int>(); q.Enqueue("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length); Api.Show(q); new PitchlyOptions().AppSecret = given; } // silent: a queue of lengths

    public static void P40(string given) { var l = new List<string>(); l.Add("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); l.Clear(); Api.Show(l); new PitchlyOptions().AppSecret = given; } // silent: a list that goes nowhere

    public static void P41(string given) { var s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; try { s = given; } finally { Api.Show(1); } new PitchlyOptions().AppSecret = s; } // silent: overwritten in a try with no handler

    public static void P42(string given) { var s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; do { s = given; } while (s.Length < 3); new PitchlyOptions().AppSecret = s; } // silent: overwritten in a loop that runs once at least

    public static void P43(string given) { string s; if (given.Length > 3) { s = given; } else { s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; return; } new PitchlyOptions().AppSecret = s; } // silent: a way that returns

    public static void P44(string given) { string s; switch (given) { case "a": s = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; return; default: s = given; break; } new PitchlyOptions().AppSecret = s; } // silent: a section that returns

    public static void P45(string given) { var s = given; if (s == "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") { return; } new PitchlyOptions().AppSecret = s; } // silent: a text that is only compared with

    public static void P46(string given) { var s = given switch { "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" => given, _ => given + "1" }; new PitchlyOptions().AppSecret = s; } // silent: a pattern

    public static void P47(string given) { var s = given is "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" ? given : given.Trim(); new PitchlyOptions().AppSecret = s; } // silent: a constant pattern

    public static void P48(string given) { for (var i = 0; i < "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length; i++) { Api.Show(i); } new PitchlyOptions().AppSecret = given; } // silent: a bound

    public static void P49(string given) { lock ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") { new PitchlyOptions().AppSecret = given; } } // silent: a lock

    public static void P50(string given) { using var r = new System.IO.StringReader("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(r.ReadToEnd()); new PitchlyOptions().AppSecret = given; } // silent: a reader that goes nowhere

    public static void P51(string given) { Action<string, string> f = (a, b) => new PitchlyOptions().AppSecret = b; f("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); } // silent: another parameter of a lambda

    public static void P52(string given) { Set(b: given, a: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); void Set(string a, string b) { Api.Show(a); new PitchlyOptions().AppSecret = b; } } // silent: another parameter of a local function, by name

    public static void P53(string given) { Many("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); void Many(params string[] all) => new PitchlyOptions().AppSecret = all[1]; } // silent: another of many

    public static void P54(string given) { new PitchlyOptions().AppSecret = Out("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", out var id); Api.Show(id); string Out(string a, out string b) { b = a; return given; } } // silent: an out argument that is an id

    public static void P55(string given) { var s = ""; Fill(ref s, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = s; void Fill(ref string a, string b) { Api.Show(b); a = given; } } // silent: a ref argument that gets something else

    public static async Task P56(string given) { new PitchlyOptions().AppSecret = await Task.Run(() => { Api.Show("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); return given; }); } // silent: a task that gives something else

    public static async Task P57(string given) { var t = Task.FromResult("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(await t); new PitchlyOptions().AppSecret = given; } // silent: a task that goes nowhere

    public static void P58(string given) { var lazy = new Lazy<string>(() => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(lazy.Value); new PitchlyOptions().AppSecret = given; } // silent: a lazy value that goes nowhere

    public static void P59(string given) { new PitchlyOptions().AppSecret = given.Insert(0, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Substring(0, 0)); } // silent: nothing of a text

    public static void P60(string given) { new PitchlyOptions().AppSecret = given.PadLeft("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length); } // silent: a width

    public static void P61(string given) { new PitchlyOptions().AppSecret = string.Create("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length, given, static (span, text) => text.AsSpan(0, span.Length).CopyTo(span)); } // silent: a length

    public static void P62(string given) { new PitchlyOptions().AppSecret = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(given + "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"))); } // silent: a salt

    public static void P63(string given) { new PitchlyOptions().AppSecret = given.Contains("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6") ? given : ""; } // silent: what is looked for

    public static void P64(string given) { new PitchlyOptions().AppSecret = given[..Math.Min(given.Length, "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length)]; } // silent: a range

    public static void P65(string given) { new PitchlyOptions().AppSecret = string.Concat(given.Where(one => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Contains(one))); } // silent: an alphabet

    public static void P66(string given) { new PitchlyOptions().AppSecret = new string(Enumerable.Range(0, 8).Select(one => "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"[RandomNumberGenerator.GetInt32(43)]).ToArray()); } // silent: an alphabet to draw from

    public static void P67(string given) { new PitchlyOptions().AppSecret = RandomNumberGenerator.GetString("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", 48); } // silent: an alphabet to draw from, by .NET

    public static void P68(string given) { var o = new PitchlyOptions(); o.AppId = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"; o.AppSecret = given; Api.Show(o); } // silent: another property

    public static void P69(string given) { var h = new HostOptions { Pitchly = { AppId = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", AppSecret = given } }; Api.Show(h); } // silent: another property of a nested initializer

    public static void P70(string given) { Api.Show(new Dictionary<string, string> { ["client_id"] = "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", ["client_secret"] = given }); } // silent: another entry of a form

    public static void P71(string given) { Api.Show(new[] { KeyValuePair.Create("client_id", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"), KeyValuePair.Create("client_secret", given) }); } // silent: another pair of a form

    public static void P72(string given) { Api.Send($"client_id={"Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"}&client_secret={given}"); } // silent: another value of a query

    public static void P73(string given) { Api.Send("{\"appId\":\"" + "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6" + "\",\"appSecret\":\"" + given + "\"}"); } // silent: another value of JSON

    public static void P74(string given) { Api.Send(string.Format("AppId={0};AppSecret={1}", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given)); } // silent: another value of a connection string

    public static void P75(string given) { Environment.SetEnvironmentVariable("PITCHLY_APP_ID", "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); new PitchlyOptions().AppSecret = given; } // silent: an App ID in the environment

    public static void P76(string given) { Api.Show(new PitchlyServerClient(appSecret: given, appId: "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6")); } // silent: another argument, by name

    public static void P77(string given) { Api.Show(given.Equals("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", StringComparison.Ordinal)); } // silent: a comparison of no secret

    public static void P78(string given) { var secret = Find("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(secret); string? Find(string name) => Environment.GetEnvironmentVariable(name); } // silent: a name that is looked up

    public static void P79(string given) { var password = Console.ReadLine() ?? throw new InvalidOperationException("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6"); Api.Show(password); } // silent: a message

    public static void P80(string given) { var token = given.Length > 3 ? given : throw new ArgumentException("no token", nameof(given)); Api.Show(token + "Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6".Length); } // silent: a name of a parameter

    private static (string Id, string Text) PairOf(string given) => ("Zq8vT3nLw0XyKd5uRbG1hJ7sPmC4fEaVoI2tQ9WxYz6", given); // silent: the other element

    private static string Length(string text) => text.Length.ToString();

    private sealed record Two(string Id, string Text);
}
