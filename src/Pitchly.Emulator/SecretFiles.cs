namespace Pitchly.Emulator;

/// <summary>Keeps each App's secret in a file that its owner alone can read, as long as the emulator runs.</summary>
internal sealed class SecretFiles : IDisposable
{
    private readonly string _folder;

    private SecretFiles(string folder)
    {
        _folder = folder;

        // Programs do not always dispose of their emulator. One that is killed leaves the files; the secrets in them are of no use then.
        AppDomain.CurrentDomain.ProcessExit += OnProcessExit;
    }

    public static SecretFiles Write(IEnumerable<AppRegistration> apps)
    {
        // On Unix CreateTempSubdirectory makes a folder of mode 700; on Windows the temporary folder is the user's own.
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
