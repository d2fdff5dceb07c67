namespace Pitchly.Package.Tests;

/// <summary>Tests that the programs on the pages, file by file, build without warnings and do what the pages say.</summary>
public sealed class PageCodeTests(PackedSdk packages)
{
    private const string Emulator = $"""<PackageReference Include="Pitchly.Emulator" Version="{PackedSdk.Version}" />""";
    private const string Browser = $"""<PackageReference Include="Pitchly.Sdk.Browser" Version="{PackedSdk.Version}" />""";

    [Theory]
    [InlineData("README.md", "An App in twelve lines", ": Due diligence", Emulator)]
    [InlineData("docs/getting-started.md", "A console program", "8 rows", Emulator)]
    [InlineData("docs/getting-started.md", "A schema of your own", "d1 was won for 1200")]
    [InlineData("docs/subscriptions.md", "Follow the rows of a database", "Project Fir has changed; 8 rows", Emulator)]
    [InlineData("docs/data.md", "Read and edit rows", "Project Aspen is Signed now", Emulator)]
    public async Task Program_of_a_page_does_what_the_page_says(string page, string section, string says, params string[] references)
    {
        var shown = new DocsPage(page).Section(section);
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "<OutputType>Exe</OutputType>", references);
        Write(consumer, shown);

        await consumer.BuildAsync();
        var (exitCode, output) = await consumer.RunAsync("run", "--no-build");

        Assert.True(exitCode == 0, output);
        Assert.Contains(says, output, StringComparison.Ordinal);
        Assert.True(shown.Says(says.TrimStart(':', ' ')), $"{page} doesn't say '{says}'.");
    }

    [Theory]
    [InlineData("docs/data.md", "A page with an editable cell")]
    public async Task Component_of_a_page_is_built_without_warnings(string page, string section)
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk.Razor", "", Browser);
        Write(consumer, new DocsPage(page).Section(section));

        await consumer.BuildAsync();
    }

    private static void Write(Consumer consumer, DocsPage page)
    {
        foreach (var (name, text) in page.Files)
        {
            consumer.Write(name, text);
        }
    }
}
