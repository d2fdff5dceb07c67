using System.Reflection;
using System.Text.RegularExpressions;

namespace Pitchly.Emulator.Tests;

/// <summary>Tests that the configuration in docs/emulator.md is valid.</summary>
public sealed partial class DocsTests
{
    [Fact]
    public async Task Configuration_in_the_docs_starts_an_emulator()
    {
        var project =
            typeof(DocsTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ProjectFolder").Value!;
        var page = await File.ReadAllTextAsync(Path.Combine(project, "../../docs/emulator.md"), TestContext.Current.CancellationToken);
        using var folder = new ConfigurationFolder();
        folder.Write("emulator.json", Json().Match(page).Groups[1].Value);

        var options = new EmulatorOptions { Platform = PlatformOptions.Load(folder["emulator.json"]) };
        await using var emulator = await PitchlyEmulator.StartAsync(options, TestContext.Current.CancellationToken);

        Assert.Equal("Km3pQ7rT9wXy2ZaBc", emulator.User.OrganizationId);
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Json();
}
