using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Pitchly.AspNetCore;

/// <summary>Reads the options from the configuration, and again when the configuration or the secret's file has changed.</summary>
internal sealed class ServerConfiguration(IConfiguration section)
    : IConfigureOptions<PitchlyServerOptions>, IOptionsChangeTokenSource<PitchlyServerOptions>, IDisposable
{
    private const string FileKey = "AppSecretFile";

    private PhysicalFileProvider? _files;

    public string Name => Options.DefaultName;

    public void Configure(PitchlyServerOptions options)
    {
        options.AppId = Text(nameof(options.AppId)) is { } id ? new AppId(id) : options.AppId;
        options.AppSecret = Secret() ?? options.AppSecret;
        options.Origin = Address(nameof(options.Origin)) ?? options.Origin;
        options.ApiOrigin = Address(nameof(options.ApiOrigin)) ?? options.ApiOrigin;
        options.RecoverAsApp = Text(nameof(options.RecoverAsApp)) is { } recover ? bool.Parse(recover) : options.RecoverAsApp;
        options.RequestTimeout = Time(nameof(options.RequestTimeout)) ?? options.RequestTimeout;
        options.LockLease = Time(nameof(options.LockLease)) ?? options.LockLease;
        options.Wait = Time(nameof(options.Wait)) ?? options.Wait;
        options.RetryDelay = Time(nameof(options.RetryDelay)) ?? options.RetryDelay;
    }

    public IChangeToken GetChangeToken()
    {
        var changed = section.GetReloadToken();
        return SecretFile is { } path ? new CompositeChangeToken([changed, Files(path).Watch(Path.GetFileName(path))]) : changed;
    }

    public void Dispose() => _files?.Dispose();

    private string? SecretFile => Text(FileKey) is { } path ? Path.GetFullPath(path) : null;

    private PitchlySecret? Secret()
    {
        if (Text(nameof(PitchlyServerOptions.AppSecret)) is { } text)
        {
            return new PitchlySecret(text);
        }

        // A missing file is reported as a missing secret.
        return SecretFile is { } path && File.Exists(path) && File.ReadAllText(path).Trim() is { Length: > 0 } read
            ? new PitchlySecret(read)
            : null;
    }

    /// <summary>
    /// Returns a polling watcher. Orchestrators replace the file through a link, which the operating system's notifications do not report.
    /// </summary>
    private PhysicalFileProvider Files(string path) => _files ??= new PhysicalFileProvider(Path.GetDirectoryName(path)!)
    {
        UsePollingFileWatcher = true,
        UseActivePolling = true,
    };

    private string? Text(string key) => section[key] is { Length: > 0 } text ? text : null;

    private Uri? Address(string key) => Text(key) is { } text ? new Uri(text, UriKind.RelativeOrAbsolute) : null;

    private TimeSpan? Time(string key) => Text(key) is { } text ? TimeSpan.Parse(text, CultureInfo.InvariantCulture) : null;
}
