namespace Pitchly.Package.Tests;

/// <summary>A copy of this repository's sources and history in another folder.</summary>
internal sealed class RepositoryCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pitchly-copy-");

    private RepositoryCopy()
    {
    }

    public string Folder => _folder.FullName;

    public static async Task<RepositoryCopy> CreateAsync()
    {
        var copy = new RepositoryCopy();
        var (exitCode, files) = await Dotnet.RunAsync(
            PackedSdk.Repository, "git", ["-c", "core.quotePath=false", "ls-files", "--cached", "--others", "--exclude-standard"]);
        Assert.True(exitCode == 0, files);
        foreach (var file in files.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            copy.Add(file);
        }

        copy.AddHistory();
        return copy;
    }

    public void Dispose()
    {
        // Git's objects are read-only, which on Windows prevents their removal.
        foreach (var file in _folder.EnumerateFiles("*", SearchOption.AllDirectories))
        {
            file.Attributes = FileAttributes.Normal;
        }

        _folder.Delete(recursive: true);
    }

    private void Add(string file)
    {
        var source = Path.Combine(PackedSdk.Repository, file);
        if (File.Exists(source))
        {
            var target = Path.Combine(Folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(source, target);
        }
    }

    /// <summary>Copies the history. In a Git worktree, <c>.git</c> is a file with the location of the history.</summary>
    private void AddHistory()
    {
        var history = Path.Combine(PackedSdk.Repository, ".git");
        IEnumerable<string> files = Directory.Exists(history) ? Directory.GetFiles(history, "*", SearchOption.AllDirectories) : [history];
        foreach (var file in files)
        {
            Add(Path.GetRelativePath(PackedSdk.Repository, file));
        }
    }
}
