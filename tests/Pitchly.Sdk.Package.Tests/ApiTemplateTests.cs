namespace Pitchly.Package.Tests;

/// <summary>Tests that a program created from the template for OpenAPI documents builds without warnings and makes its calls.</summary>
public sealed class ApiTemplateTests(PackedSdk packages)
{
    [Fact]
    public async Task Program_from_the_template_makes_its_calls()
    {
        const string Name = "my-api";
        using var consumer = new Consumer(packages);
        await consumer.NewAsync(packages, "pitchly-api", Name);

        var (exitCode, output) = await consumer.RunAsync("build", Name, "-warnaserror", "-p:NuGetAudit=false");
        Assert.True(exitCode == 0, output);
        (exitCode, output) = await consumer.RunAsync("run", "--no-build", "--project", Name);

        Assert.True(exitCode == 0, output);
        Assert.Contains("Washer: 15", output, StringComparison.Ordinal);
        Assert.Contains("There is no item 'screw'. (404)", output, StringComparison.Ordinal);
    }
}
