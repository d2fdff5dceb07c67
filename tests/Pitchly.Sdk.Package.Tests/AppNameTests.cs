namespace Pitchly.Package.Tests;

/// <summary>Tests an App whose name is that of one of its own classes and whose namespace contains one named Pitchly.</summary>
public sealed class AppNameTests(PackedSdk packages)
{
    [Fact]
    public async Task App_with_the_name_of_its_own_class_is_built()
    {
        using var consumer = new Consumer(packages);
        await consumer.NewAsync(packages, "pitchly-app", "Acme.Pitchly.App");

        var (exitCode, output) = await consumer.RunAsync("build", "Acme.Pitchly.App", "-warnaserror", "-p:NuGetAudit=false");

        Assert.True(exitCode == 0, output);
    }
}
