using Pitchly.Emulator.Channel;
using Pitchly.Emulator.Configuration;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator.Control;

/// <summary>
/// The operations that control the emulator: in the same process through <see cref="PitchlyEmulator"/>, from other processes through POST
/// requests.
/// </summary>
internal sealed class PlatformControl(
    Storage storage,
    TokenStore tokens,
    SdkTokens sdkTokens,
    Installations installations,
    Workspace workspace,
    FaultPlan faults,
    ChannelEndpoint channels,
    MovableClock clock)
{
    /// <summary>Restores the initial state: data, tokens, installations, faults, the user and the clock. Drops all channels.</summary>
    public void Reset()
    {
        clock.Reset();
        faults.Clear();
        tokens.Reset();
        sdkTokens.Reset();
        storage.Reset();
        installations.Reset();
        workspace.Reset();
        channels.DisconnectAll();
    }

    public void AdvanceClock(TimeSpan by) => clock.Advance(by);

    /// <summary>Removes an App from an organization and revokes all of its tokens there.</summary>
    /// <exception cref="ArgumentException">The App or the organization does not exist.</exception>
    public void RevokeInstallation(string? appId, string? organizationId)
    {
        var app = appId is null ? storage.InitialPlatform.Apps[0]
            : storage.InitialPlatform.App(appId) ?? throw new ArgumentException($"There is no App '{appId}'.", nameof(appId));
        var organization = organizationId is null ? workspace.Organization
            : storage.InitialPlatform.Organization(organizationId)
                ?? throw new ArgumentException($"There is no organization '{organizationId}'.", nameof(organizationId));
        installations.Remove(app.AppId, organization);
        tokens.RevokeInstallation(app.AppId, organization.Id);
    }

    /// <summary>Renames a database.</summary>
    /// <exception cref="ArgumentException">The database does not exist, or the name is empty.</exception>
    public void Rename(string databaseId, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        storage.Change(Find(databaseId) with { Name = name });
    }

    /// <summary>Adds a field to a database.</summary>
    /// <returns>The field's id.</returns>
    /// <exception cref="ArgumentException">The database does not exist, or it already has a field of that id or name.</exception>
    public string AddField(string databaseId, FieldOptions field)
    {
        var database = Find(databaseId);
        var id = field.Id is { } given ? V2Ids.Bare("fld", given) : RandomId.Id();
        if (database.Fields.Any(other => other.Id == id || other.Name == field.Name))
        {
            throw new ArgumentException(
                $"The database already has a field with the id '{id}' or the name '{field.Name}'. Use others.", nameof(field));
        }

        var to = field.Database is { } other ? Find(other).Id : null;
        var added = new Field(id, field.Name, field.Type, IsPrimary: false, field.Required, field.Restrict, to, field.Currency);
        storage.Change(database with { Fields = [.. database.Fields, added] });
        return id;
    }

    private Database Find(string id) => storage.Database(id) ?? throw new ArgumentException($"There is no database '{id}'.", nameof(id));
}
