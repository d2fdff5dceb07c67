namespace Pitchly.Package.Tests;

/// <summary>An App may be called as one of its own classes, and have a namespace of Pitchly's within its own.</summary>
public sealed class AppNameTests(PackedSdk packages)
{
    [Fact]
    public async Task App_of_an_unlucky_name_is_built()
    {
        using var consumer = new Consumer(packages);
        await consumer.NewAsync(packages, "pitchly-app", "Acme.Pitchly.App");

        var (exitCode, output) = await consumer.RunAsync("build", "Acme.Pitchly.App", "-warnaserror", "-p:NuGetAudit=false");

        Assert.True(exitCode == 0, output);
    }
}
