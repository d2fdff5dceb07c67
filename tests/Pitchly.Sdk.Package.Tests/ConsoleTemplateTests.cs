namespace Pitchly.Package.Tests;

/// <summary>Tests that a program created from the console template builds without warnings and runs.</summary>
public sealed class ConsoleTemplateTests(PackedSdk packages)
{
    [Theory]
    [InlineData("Acme.Pitchly.Deal")]
    [InlineData("my-program")]
    public async Task Program_from_the_template_reads_rows(string name)
    {
        using var consumer = new Consumer(packages);
        await consumer.NewAsync(packages, "pitchly-console", name);

        var (exitCode, output) = await consumer.RunAsync("build", name, "-warnaserror", "-p:NuGetAudit=false");
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await consumer.RunAsync("run", "--no-build", "--project", name);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Connected to ", output, StringComparison.Ordinal);
        Assert.Contains("Project Aspen: Pitch", output, StringComparison.Ordinal);
    }
}
