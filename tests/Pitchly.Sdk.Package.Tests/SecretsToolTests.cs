namespace Pitchly.Package.Tests;

/// <summary>Tests the command for reviews of secrets, installed from its package.</summary>
public sealed class SecretsToolTests(PackedSdk packages)
{
    [Fact]
    public async Task The_command_finds_a_secret_in_a_project_with_the_package()
    {
        using var consumer = new Consumer(packages, "Microsoft.NET.Sdk", "");
        consumer.Write("Options.cs", "public class Options { public string AppSecret { get; set; } = \"t1ger-lily\"; }");
        string[] install = ["tool", "install", "Pitchly.Secrets.Tool", "--version", PackedSdk.Version, "--tool-path", "tools"];
        var (exitCode, output) = await consumer.RunAsync([.. install, "--configfile", "nuget.config"]);
        Assert.True(exitCode == 0, output);
        var command = Path.Combine(consumer.Folder, "tools", "pitchly-secrets");

        (exitCode, output) = await Dotnet.RunAsync(consumer.Folder, command, []);

        Assert.Equal(1, exitCode);
        Assert.Contains("PITCHLY3001", output, StringComparison.Ordinal);
        var log = await File.ReadAllTextAsync(Path.Combine(consumer.Folder, "findings.sarif"), TestContext.Current.CancellationToken);
        Assert.Contains("\"partialFingerprints\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("t1ger-lily", log, StringComparison.Ordinal);
    }
}
