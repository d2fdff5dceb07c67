using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>Stores which organizations have installed which Apps, and which people have approved them.</summary>
internal sealed class Installations(Storage storage)
{
    private const string Name = "installations";

    private readonly Lock _gate = new();
    private State _state = storage.Load<State>(Name) ?? AtStart(storage.InitialPlatform);

    public bool Has(string appId, string organizationId)
    {
        lock (_gate)
        {
            return _state.Installed.Contains(Key(appId, organizationId));
        }
    }

    public bool IsApproved(string appId, Person person)
    {
        lock (_gate)
        {
            return _state.Approved.Contains(Key(appId, person.Id));
        }
    }

    /// <summary>Records a person's approval of an App, which installs the App for the person's organization.</summary>
    public void Approve(string appId, Person person, Organization organization)
    {
        lock (_gate)
        {
            _state.Approved.Add(Key(appId, person.Id));
            _state.Installed.Add(Key(appId, organization.Id));
            storage.Save(Name, _state);
        }
    }

    /// <summary>Removes an App from an organization. Its people must approve the App again.</summary>
    public void Remove(string appId, Organization organization)
    {
        lock (_gate)
        {
            _state.Installed.Remove(Key(appId, organization.Id));
            _state.Approved.ExceptWith(organization.People.Select(person => Key(appId, person.Id)));
            storage.Save(Name, _state);
        }
    }

    public void Reset()
    {
        lock (_gate)
        {
            _state = AtStart(storage.InitialPlatform);
            storage.Save(Name, _state);
        }
    }

    private static State AtStart(Platform start) =>
        new([.. start.Apps.SelectMany(app => app.InstalledIn.Select(organization => Key(app.AppId, organization)))], []);

    private static string Key(string appId, string other) => $"{appId} {other}";

    private sealed record State(HashSet<string> Installed, HashSet<string> Approved);
}
