using Microsoft.CodeAnalysis;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Tests.Flow;

/// <content>The steps that build a text.</content>
public sealed partial class StepTests
{
    [Theory]
    [InlineData("""string M(bool b) => «"a" + (b ? "b" : "c") + 'd'»;""", "abd|acd")]
    [InlineData("""string M() => «$"a{"b"}c"»;""", "abc")]
    [InlineData("""string M(string s) => «"a" + s»;""", "?")]
    public void Texts_of_concatenations(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «string.Concat("a", "b")»;""", "ab")]
    [InlineData("""string M() => «string.Join("-", new[] { "a", "b" })»;""", "a-b")]
    [InlineData("""string M() => «string.Format("{1}{0}", "a", "b")»;""", "ba")]
    [InlineData("""string M() => «string.Format("{-1}", "a")»;""", "?")]
    public void Texts_of_format_calls(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «new string(['a', 'b'])»;""", "ab")]
    [InlineData("""string M() => «new string('a', 3)»;""", "aaa")]
    [InlineData("""byte[] M() => «[97, 98]»;""", "ab")]
    public void Texts_of_character_arrays(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «new StringBuilder("a").Append("b").Insert(0, "c").ToString()»;""", "cab")]
    [InlineData("""string M() { var b = new StringBuilder(); b.Append("a"); b.AppendFormat("{0}", "b"); return «b.ToString()»; }""", "ab")]
    [InlineData("""
        string M() { var b = new StringBuilder("a"); while (DateTime.Now.Ticks > 1) { b.Clear(); b.Append("b"); } return «b.ToString()»; }
        """, "~")]
    public void Texts_of_string_builders(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""char[] M() { var c = new char[2]; c[0] = 'a'; c[1] = 'b'; return «c»; }""", "~")]
    [InlineData("""byte[] M() { var b = new byte[2]; Encoding.UTF8.GetBytes("ab").CopyTo(b, 0); return «b»; }""", "~")]
    public void Texts_of_buffers_filled_later(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""char M() => «"ab"[1]»;""", "b")]
    [InlineData("""char M(int i) => «"ab"[i]»;""", "?")]
    [InlineData("""void M() { for (var i = 0; i < 2; i++) { N(«"ab"[i]»); } } void N(char c) { }""", "~")]
    [InlineData("""string M() => «"abc"[1..]»;""", "~")]
    public void Texts_of_indexed_strings(string member, string expected) => Assert.Equal(expected, TextsOf(member));

    [Theory]
    [InlineData("""string M() => «Encoding.UTF8.GetString(Convert.FromBase64String("YWI="))»;""", "ab")]
    [InlineData("""string M() => «"a,b".Split(',')[1]»;""", "b")]
    [InlineData("""string M() => «"ab".Substring(1).ToUpperInvariant()»;""", "B")]
    [InlineData("""string M() => «"ab".PadLeft(9, 'x')»;""", "~")]
    [InlineData("""string M(string s) => «"ab".Replace("a", s)»;""", "?")]
    [InlineData("""string M() => «System.Text.Json.JsonDocument.Parse("{}").RootElement.GetProperty("a").GetString()»!;""", "~")]
    public void Texts_of_pure_functions(string member, string expected) => Assert.Equal(expected, TextsOf(member));
}
