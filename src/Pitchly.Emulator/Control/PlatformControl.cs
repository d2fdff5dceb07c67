using Pitchly.Emulator.Channel;
using Pitchly.Emulator.Configuration;
using Pitchly.Emulator.Data;
using Pitchly.Emulator.OAuth;
using Pitchly.Emulator.Page;

namespace Pitchly.Emulator.Control;

/// <summary>What whoever runs the emulator does with it: in its process by <see cref="PitchlyEmulator"/>, from outside by POST.</summary>
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
    /// <summary>Puts all back as it was at the start: data, tokens, installations, faults, the user and the clock.</summary>
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

    /// <summary>An organization removes an App, which ends all of its tokens there.</summary>
    /// <exception cref="ArgumentException">There is no such App or organization.</exception>
    public void RevokeInstallation(string? appId, string? organizationId)
    {
        var app = appId is null ? storage.Start.Apps[0]
            : storage.Start.App(appId) ?? throw new ArgumentException($"There is no App '{appId}'.", nameof(appId));
        var organization = organizationId is null ? workspace.Organization
            : storage.Start.Organization(organizationId)
                ?? throw new ArgumentException($"There is no organization '{organizationId}'.", nameof(organizationId));
        installations.Remove(app.AppId, organization);
        tokens.RevokeInstallation(app.AppId, organization.Id);
    }

    /// <summary>Gives a database another name.</summary>
    /// <exception cref="ArgumentException">There is no such database, or it is no name.</exception>
    public void Rename(string databaseId, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        storage.Change(Find(databaseId) with { Name = name });
    }

    /// <summary>Adds a field to a database.</summary>
    /// <returns>The field's id.</returns>
    /// <exception cref="ArgumentException">There is no such database, or the field does not fit it.</exception>
    public string AddField(string databaseId, FieldOptions field)
    {
        var database = Find(databaseId);
        var id = field.Id is { } given ? V2Ids.Bare("fld", given) : RandomId.Id();
        if (database.Fields.Any(other => other.Id == id || other.Name == field.Name))
        {
            throw new ArgumentException(
                $"The database has a field of the id '{id}' or the name '{field.Name}'. Give it others.", nameof(field));
        }

        var to = field.Database is { } other ? Find(other).Id : null;
        var added = new Field(id, field.Name, field.Type, IsPrimary: false, field.Required, field.Restrict, to, field.Currency);
        storage.Change(database with { Fields = [.. database.Fields, added] });
        return id;
    }

    private Database Find(string id) => storage.Database(id) ?? throw new ArgumentException($"There is no database '{id}'.", nameof(id));
}
