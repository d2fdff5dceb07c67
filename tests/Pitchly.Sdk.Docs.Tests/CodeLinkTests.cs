namespace Pitchly.Docs.Tests;

/// <summary>Tests that the pages that explain the code only name members that exist.</summary>
public sealed class CodeLinkTests
{
    private const string Architecture = "docs/architecture.md";
    private const string Walk = "../generators/Pitchly.Sdk.Analyzers/Secrets/Flow/Walk.cs";

    [Fact]
    public void Linked_members_are_declared_in_their_files()
    {
        var links = Repository.MarkdownFiles
            .SelectMany(page => MarkdownPage.Read(page).CodeLinks.Select(link => CodeLink.Of(page, link.Text, link.Url)))
            .OfType<CodeLink>()
            .ToList();

        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.True(link.IsDeclared(), $"{link.Owner}.{link.Member} is not declared in {link.Path}."));
    }

    [Theory]
    [InlineData("One property, from a schema to code", "PitchlyGenerator.Initialize", "JsonCode.WriteMember")]
    [InlineData("One message, from the page to a callback", "page.act", "PitchlyAppState.Selection")]
    [InlineData("One literal, to a finding", "PitchlyAnalyzer.Initialize", "AllFindings.Take")]
    public void Architecture_section_starts_and_ends_as_described(string section, string start, string end)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, Architecture))
            .Split("\n## ")
            .Single(part => part.StartsWith(section, StringComparison.Ordinal));
        var links = MarkdownPage.Parse(text).CodeLinks.Select(link => link.Text).ToList();

        Assert.Equal((start, end), (links[0], links[^1]));
    }

    [Theory]
    [InlineData("Walk.Texts", Walk, true)]
    [InlineData("Walk.Text", Walk, false)]
    [InlineData("Walks.Texts", Walk, false)]
    [InlineData("Walk.Texts", "../generators/Walk.cs", false)]
    [InlineData("AppFrame.#deliver", "../src/Pitchly.Emulator/Page/Assets/frame.js", true)]
    [InlineData("AppFrame.#gone", "../src/Pitchly.Emulator/Page/Assets/frame.js", false)]
    public void Missing_member_is_detected(string text, string target, bool isThere) =>
        Assert.Equal(isThere, CodeLink.Of(Architecture, text, target)!.IsDeclared());
}
