namespace Pitchly.Emulator.Page;

/// <summary>The Apps that the host page shows, side by side.</summary>
internal sealed class EmbeddedApps(Workspace workspace)
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

    public void Add(string name, Uri address)
    {
        if (!address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            throw new EmulatorException($"'{address}' is no address of an App. Give a whole one, such as http://localhost:5000/.");
        }

        lock (_gate)
        {
            _apps.Add(new EmbeddedApp(name, address.AbsoluteUri));
        }

        workspace.ChangePage();
    }
}

internal sealed record EmbeddedApp(string Name, string Url);
