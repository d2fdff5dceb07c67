using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Tests.Flow;

/// <summary>
/// Tests each step of the backward walk from one expression, which « and » enclose. The expected values are listed in order: a text,
/// <c>~</c> for a text that is built from literals by a transformation that is not evaluated, and <c>?</c> for an unknown text.
/// </summary>
public sealed partial class StepTests
{
    [Theory]
    [InlineData("""string M(bool b) => «b ? "a" : "b"»;""", "a|b")]
    [InlineData("""string M(string? s) => «s ?? "a"»;""", "?|a")]
    [InlineData("""string M(int i) => «i switch { 0 or 1 => "a", _ => throw new Exception() }»;""", "a")]
    [InlineData("""async Task<object> M() => «(object)(await Task.FromResult("a"))»;""", "a")]
    public void Texts_of_branches(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() { var s = "a"; return «s»; }""", "a")]
    [InlineData("""string M() { var s = "a"; s = "b"; return «s»; }""", "b")]
    [InlineData("""string M(bool b) { var s = "a"; if (b) { s = "b"; } return «s»; }""", "b|a")]
    [InlineData("""string M() { var s = "a"; while (DateTime.Now.Ticks > 1) { s += "b"; } return «s»; }""", "ab|a")]
    [InlineData("""string M() { var (a, b) = ("a", "b"); return «b»; }""", "b")]
    [InlineData("""string M(string p) { p = "a"; return «p»; }""", "a")]
    public void Texts_of_variables(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""void M() { foreach (var s in new[] { "a", "b" }) { N(«s»); } } void N(string s) { }""", "a|b")]
    [InlineData("""
        void M() { foreach (var (k, v) in new Dictionary<string, string> { ["k"] = "a" }) { N(«v»); } } void N(string s) { }
        """, "a")]
    [InlineData("""string M() => ("a", "b") is (_, var s) ? «s» : "c";""", "b")]
    [InlineData("""string M() => new[] { "a", "b" } is [_, var s] ? «s» : "c";""", "b")]
    public void Texts_of_pattern_variables(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""void M() { N("a"); N(s: "b"); } string N(string s) => «s»;""", "a|b")]
    [InlineData("""string N(string s = "a") => «s»;""", "a")]
    [InlineData("""string N(string s) => «s»;""", "?")]
    [InlineData("""string Value { set { N(«value»); } } void M() { Value = "a"; } void N(string s) { }""", "a")]
    public void Texts_of_parameters(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""void M() { Func<string, string> f = s => «s»; f("a"); }""", "a")]
    [InlineData("""void M() => new[] { "a", "b" }.Select(s => «s»).ToList();""", "a|b")]
    [InlineData("""object M() => from s in new[] { "a" } select «s»;""", "a")]
    [InlineData("""void M() => N(s => «s»); void N(Func<string, string> f) => f("a");""", "a")]
    public void Texts_of_lambda_parameters(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() { N(out var s); return «s»; } void N(out string s) => s = "a";""", "a")]
    [InlineData("""string M() { var s = "a"; N(ref s); return «s»; } void N(ref string s) { if (s.Length > 1) { s = "b"; } }""", "b|a")]
    [InlineData("""string M() => new Dictionary<string, string> { ["k"] = "a" }.TryGetValue("k", out var s) ? «s» : "b";""", "a")]
    [InlineData("""string M() { var o = new C(); N(o); return «o.S»; } void N(C c) => c.S = "a"; string S = "b";""", "b|a")]
    public void Texts_of_ref_and_out_arguments(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string S = "a"; string M() => «S»;""", "a")]
    [InlineData("""string S = "a"; C() { S = "b"; } string M() => «S»;""", "b")]
    [InlineData("""string S { get; set; } = "a"; void N() => S = "b"; string M() => «S»;""", "a|b")]
    [InlineData("""const string S = "a"; string M() => «C.S»;""", "a")]
    [InlineData("""record R(string S); void N() => new R("a"); string M(R r) => «r.S»;""", "?")]
    [InlineData("""record R(string S) { public string Get() => «S»; } void N() => new R("a").Get();""", "a")]
    public void Texts_of_members(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «new[] { "a", "b" }[1]»;""", "b")]
    [InlineData("""string M() => «new[] { "a", "b" }[^1]»;""", "b")]
    [InlineData("""string M(int i) => «new[] { "a", "b" }[i]»;""", "a|b")]
    [InlineData("""string M(string k) => «new Dictionary<string, string> { ["k"] = "a", ["l"] = "b" }[k]»;""", "a|b")]
    [InlineData("""string M() => «new Dictionary<string, string> { ["k"] = "a", ["l"] = "b" }["l"]»;""", "b")]
    public void Texts_of_elements(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() { var l = new List<string>(); l.Add("a"); l.Add("b"); return «l[1]»; }""", "b")]
    [InlineData("""string M() { var l = new List<string> { "a" }; l.Add("b"); return «l[0]»; }""", "a")]
    [InlineData("""Dictionary<string, string> D = []; void N() => D["k"] = "a"; string M() => «D["k"]»;""", "a")]
    public void Texts_of_added_elements(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «N("a")»; string N(string s) => s;""", "a")]
    [InlineData("""string S => "a"; string M() => «S»;""", "a")]
    [InlineData("""interface I { string Get(); } class A : I { public string Get() => "a"; } string M(I i) => «i.Get()»;""", "a")]
    [InlineData("""string M() => «N(3)»; string N(int n) => n == 0 ? "a" : N(n - 1);""", "a|?")]
    public void Texts_of_calls(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() { Func<string, string> f = s => s; return «f("a")»; }""", "a")]
    [InlineData("""async Task<string> M() => «await Task.Run(() => "a")»;""", "a")]
    [InlineData("""Lazy<string> L = new(() => "a"); string M() => «L.Value»;""", "a")]
    public void Texts_of_delegates(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""object M() { var h = new System.Collections.Hashtable(); h.Add(0, "a"); return «h[0]»!; }""", "a")]
    [InlineData("""string M() { var l = new LinkedList<string>(); l.AddLast("a"); return «l.First!.Value»; }""", "a")]
    public void Texts_of_elements_of_older_collections(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «Task.FromResult("a").Result»;""", "a")]
    [InlineData("""string M() => «new[] { "a", "b" }.ToList()[0]»;""", "a")]
    [InlineData("""string M() => «new Dictionary<string, string> { ["k"] = "a" }.GetValueOrDefault("k", "b")»;""", "a|b")]
    [InlineData("""string M() => «new List<string> { "a" }.First()»;""", "a")]
    public void Texts_of_functions_that_return_their_argument(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «(Id: "a", Key: "b").Key»;""", "b")]
    [InlineData("""string M() => «new { Id = "a", Key = "b" }.Key»;""", "b")]
    [InlineData("""record R(string S, string T = "t"); string M() => «(new R("a") with { S = "b" }).S»;""", "b")]
    [InlineData("""record R(string S, string T = "t"); string M() => «new R("a").T»;""", "t")]
    [InlineData("""string S; C(string s) => S = s; string M() => «new C("a").S»;""", "a")]
    [InlineData("""string M() => «new KeyValuePair<string, string>("k", "a").Value»;""", "a")]
    public void Texts_of_created_objects(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string[] A = ["a"]; string M() { string[] all = [.. A, "b"]; return «all[1]»; }""", "b")]
    [InlineData("""string M() => «new[] { "a", "b" }.Reverse().First()»;""", "b|a")]
    [InlineData("""IEnumerable<string> N() { yield return "a"; yield return "b"; } string M() => «N().First()»;""", "a|b")]
    [InlineData("""string M(string k) => «new Dictionary<string, string> { ["k"] = "a" }.Values.First()»;""", "a")]
    public void Texts_of_collections(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «"a"»;""", "a")]
    [InlineData("""string M() => «nameof(M)»;""", "?")]
    [InlineData("""string M() => «string.Empty»;""", "")]
    public void Texts_of_constants(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M(string s) => «s = M(s)»;""")]
    [InlineData("""string S { get => «T»; } string T => S;""")]
    [InlineData("""string M() { var s = ""; while (true) { s = N(s) + s; N(«s»); } } string N(string s) => s + M();""")]
    public void Circular_data_flow_terminates(string member) => Assert.NotNull(TextsOf(member));

    private static string TextsOf(string member)
    {
        var text = "class C { " + member + " }";
        var start = text.IndexOf('«', StringComparison.Ordinal);
        var end = text.IndexOf('»', StringComparison.Ordinal) - 1;
        var tree = Harness.Parse(text.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
        var compilation = Harness.Compile(tree);
        Assert.DoesNotContain(
            compilation.GetDiagnostics(TestContext.Current.CancellationToken), one => one.Severity == DiagnosticSeverity.Error);
        var expression =
            tree.GetRoot(TestContext.Current.CancellationToken).FindNode(new(start, end - start), getInnermostNodeForTie: true);
        var operation = compilation.GetSemanticModel(tree).GetOperation(expression, TestContext.Current.CancellationToken)!;
        var texts = new Walk(
            new SourceProgram(compilation, new ReferencedSources([])),
            withHoles: false,
            TestContext.Current.CancellationToken).Texts(new Place(operation));
        return string.Join("|", texts.Select(one => one.Text ?? (one.HasUnknown ? "?" : "~")).Distinct());
    }
}
