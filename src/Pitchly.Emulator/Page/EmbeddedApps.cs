using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Page;

/// <summary>The Apps that the host page shows.</summary>
internal sealed class EmbeddedApps(Workspace workspace, Platform platform)
{
    private readonly Lock _gate = new();
    private readonly List<EmbeddedApp> _apps = [];

    public IReadOnlyList<EmbeddedApp> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _apps];
            }
        }
    }

    public void Add(string name, Uri address, string? appId)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new EmulatorException($"'{address}' is not a valid App URL. Use an absolute URL, such as http://localhost:5000/.");
        }

        var app = appId is null ? platform.Apps[0]
            : platform.App(appId) ?? throw new EmulatorException($"There is no App '{appId}' on the platform.");
        var origin = address.GetLeftPart(UriPartial.Authority);
        if (app.Origins.Count > 0 && !app.Origins.Contains(origin))
        {
            throw new EmulatorException(
                $"{origin} is not one of the App's origins: {string.Join(", ", app.Origins)}. "
                    + "Serve the App at one of them, or add the origin.");
        }

        lock (_gate)
        {
            _apps.Add(new EmbeddedApp(name, address.AbsoluteUri, app.AppId));
        }

        workspace.ChangePage();
    }
}

internal sealed record EmbeddedApp(string Name, string Url, string AppId);
