namespace Pitchly.Emulator;

/// <summary>Keeps the App Secret in a file that its owner alone can read, as long as the emulator runs.</summary>
internal sealed class SecretFile : IDisposable
{
    private readonly string _folder;

    private SecretFile(string folder, string path)
    {
        (_folder, Path) = (folder, path);

        // Programs do not always dispose of their emulator. One that is killed leaves the file, but the secret in it is of no use by then.
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public string Path { get; }

    public static SecretFile Write(string secret)
    {
        // On Unix CreateTempSubdirectory makes a folder of mode 700; on Windows the temporary folder is the user's own.
        var folder = Directory.CreateTempSubdirectory("pitchly-emulator-").FullName;
        var path = System.IO.Path.Combine(folder, "app-secret");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var writer = new StreamWriter(path, options);
        writer.Write(secret);
        return new SecretFile(folder, path);
    }

    public void Dispose()
    {
        AppDomain.CurrentDomain.ProcessExit -= OnProcessExit;
        Delete();
    }

    private void OnProcessExit(object? sender, EventArgs arguments) => Delete();

    private void Delete()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
