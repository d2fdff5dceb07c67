using System.Diagnostics;

namespace Pitchly.Docs.Tests;

/// <summary>The docs site, built once in the same way as its workflow builds it. A warning fails the build.</summary>
public sealed class Site : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-site-");

    public string Folder => _folder.FullName;

    public async ValueTask InitializeAsync()
    {
        var start = new ProcessStartInfo("bash", ["eng/site/build.sh", Folder])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return default;
    }

    /// <summary>Returns the file that the site's host serves for an address.</summary>
    public string FileAt(string address)
    {
        var path = address[Repository.Site.Length..].Split('#')[0];
        return Path.Combine(Folder, path.Length == 0 ? "index.html" : path);
    }
}
