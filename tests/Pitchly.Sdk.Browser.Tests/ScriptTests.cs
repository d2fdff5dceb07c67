using System.Diagnostics;
using System.Reflection;

namespace Pitchly.Browser.Tests;

/// <summary>Tests the browser scripts: their types, and the constructs that they must never use.</summary>
public sealed class ScriptTests
{
    public static readonly string Folder =
        typeof(ScriptTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == "ProjectFolder").Value!;

    [Fact]
    public async Task Scripts_pass_the_type_check()
    {
        var compiler = Path.Combine(Folder, "node_modules", "typescript", "bin", "tsc");
        if (!File.Exists(compiler))
        {
            Assert.True(Environment.GetEnvironmentVariable("CI") != "true", "TypeScript is missing; ./test.sh installs it.");
            Assert.Skip("TypeScript is missing; ./test.sh installs it.");
        }

        using var process = Process.Start(new ProcessStartInfo("node", [compiler, "-p", Folder]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
    }

    [Fact]
    public void Scripts_never_post_to_all_origins()
    {
        var scripts = Directory.GetFiles(Path.Combine(Folder, "../../src"), "*.js", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal) && !path.Contains("/bin/", StringComparison.Ordinal))
            .ToList();

        Assert.NotEmpty(scripts);
        Assert.DoesNotContain(scripts, path => File.ReadAllText(path).Contains("'*'", StringComparison.Ordinal));
    }
}
