namespace Pitchly.Emulator;

/// <summary>Stores each App's secret in a file while the emulator runs. Only the owner can read the files.</summary>
internal sealed class SecretFiles : IDisposable
{
    private readonly string _folder;

    private SecretFiles(string folder)
    {
        _folder = folder;

        // Programs do not always dispose their emulator. If a process is killed, the files remain; their secrets are useless without an
        // emulator that accepts them.
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public static SecretFiles Write(IEnumerable<AppRegistration> apps)
    {
        // On Unix, CreateTempSubdirectory creates a folder with mode 700. On Windows, each user has a separate temporary folder.
        var files = new SecretFiles(Directory.CreateTempSubdirectory("pitchly-emulator-").FullName);
        foreach (var app in apps)
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using var writer = new StreamWriter(files.PathOf(app.AppId), options);
            writer.Write(app.AppSecret);
        }

        return files;
    }

    public string PathOf(string appId) => Path.Combine(_folder, $"{appId}-secret");

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
