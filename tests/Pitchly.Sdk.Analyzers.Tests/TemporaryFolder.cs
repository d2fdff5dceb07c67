namespace Pitchly.Analyzers.Tests;

/// <summary>A temporary copy of a test folder, which is deleted on disposal.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder(string name)
    {
        var source = System.IO.Path.Combine(AppContext.BaseDirectory, name);
        Path = Directory.CreateTempSubdirectory("pitchly-test-").FullName;
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = System.IO.Path.Combine(Path, System.IO.Path.GetRelativePath(source, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    public string Path { get; }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
