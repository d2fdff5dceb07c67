using System.Text.RegularExpressions;

namespace Pitchly.Package.Tests;

/// <summary>The code of the pages compiles and does what they say.</summary>
public sealed partial class DocsTests(PackedSdk packages)
{
    [Theory]
    [InlineData("A console program", "8 rows", """<PackageReference Include="Pitchly.Emulator" Version="*-*" />""")]
    [InlineData("A schema of your own", "d1 was won for 1200")]
    public async Task Getting_started_does_what_it_says(string section, string says, params string[] references)
    {
        var page = await File.ReadAllTextAsync(Path.Combine(PackedSdk.Repository, "docs", "getting-started.md"), TestContext.Current.CancellationToken);
        var text = page.Split("\n## ").Single(one => one.StartsWith(section, StringComparison.Ordinal));
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>", references);
        foreach (Match block in NamedBlock().Matches(text))
        {
            consumer.Write(block.Groups[1].Value, block.Groups[2].Value);
        }

        Assert.Contains(says, text, StringComparison.Ordinal);
        await consumer.BuildAsync();
        var (exitCode, output) = await consumer.RunAsync("run", "--no-build");
        Assert.Equal(0, exitCode);
        Assert.Contains(says, output, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"^```\w+ (\S+)\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex NamedBlock();
}
