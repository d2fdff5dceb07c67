using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>
/// Who calls the API, and what they may do. An App Secret has no organization: it is for all that have installed the App. The person is the
/// one who approved it, if it was one.
/// </summary>
internal sealed record Caller(AppRegistration App, string? OrganizationId, Person? Person, IReadOnlyList<AppAction> Permissions);

/// <summary>Knows the callers by their credentials.</summary>
internal sealed class Callers(Storage storage, TokenStore tokens, Installations installations, TimeProvider time)
{
    public Caller? BySecret(string? secret) =>
        storage.Start.Apps.FirstOrDefault(app => app.IsSecret(secret)) is { } app ? new Caller(app, null, null, app.Permissions) : null;

    public Caller? ByToken(string? token)
    {
        if (token is not null && OwnOrganizationToken.IsOne(token))
        {
            return OwnOrganizationToken.Read(token, storage.Start, time.GetUtcNow()) is { } owner
                ? new Caller(owner, owner.OwnerId, null, owner.Permissions) : null;
        }

        return tokens.Find(token) is { } grant && storage.Start.App(grant.Approval.AppId) is { } app
            ? new Caller(
                app, grant.Approval.OrganizationId, storage.Start.Person(grant.Approval.PersonId), Permissions.Of(app, grant.Scope))
            : null;
    }

    /// <summary>Returns whether a caller has to do with an organization.</summary>
    public bool Reaches(Caller caller, string organizationId) =>
        caller.OrganizationId == organizationId || (caller.OrganizationId is null && installations.Has(caller.App.AppId, organizationId));
}
