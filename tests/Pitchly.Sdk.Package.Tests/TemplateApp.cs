namespace Pitchly.Package.Tests;

/// <summary>
/// An App that is created once from the template, as a user does, and built without warnings. Its name isn't a C# identifier.
/// </summary>
public sealed class TemplateApp(PackedSdk packages) : IAsyncLifetime
{
    public const string Name = "my-deals";

    private readonly Consumer _consumer = new(packages);

    public string Folder => Path.Combine(_consumer.Folder, Name);

    public async ValueTask InitializeAsync()
    {
        await _consumer.NewAsync(packages, "pitchly-app", Name);
        var (exitCode, output) = await Dotnet.RunAsync(Folder, "build", "-warnaserror", "-p:NuGetAudit=false");
        Assert.True(exitCode == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        _consumer.Dispose();
        return default;
    }
}
