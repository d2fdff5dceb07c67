using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Pitchly.Sdk.Tests.Tokens;

/// <summary>Tests that the diagram in docs/tokens.md has the same states as the code, with the same names.</summary>
public sealed partial class StateDiagramTests
{
    [Fact]
    public async Task Diagram_has_exactly_the_states_of_the_code()
    {
        var docs = await File.ReadAllTextAsync(
            Path.Combine(Path.GetDirectoryName(SourcePath())!, "../../../docs/tokens.md"), TestContext.Current.CancellationToken);
        var diagram = docs.Split("```mermaid")[1].Split("```")[0];
        var drawn = Arrow().Matches(diagram)
            .SelectMany(arrow => new[] { arrow.Groups[1].Value, arrow.Groups[2].Value })
            .Where(state => state != "[*]");
        Assert.Equal(Enum.GetNames<AccessTokenState>().Order(), drawn.Distinct().Order());
    }

    private static string SourcePath([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"(\S+) --> (\w+|\[\*\])")]
    private static partial Regex Arrow();
}
