using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.OAuth;

/// <summary>
/// The caller of the API and its permissions. The organization is <see langword="null"/> for an App Secret, which is valid for all
/// organizations that have installed the App. The person is the one who approved the App, or <see langword="null"/> if no person did.
/// </summary>
internal sealed record Caller(AppRegistration App, string? OrganizationId, Person? Person, IReadOnlyList<AppAction> Permissions);

/// <summary>Identifies callers by their credentials.</summary>
internal sealed class Callers(Storage storage, TokenStore tokens, Installations installations, TimeProvider time)
{
    public Caller? BySecret(string? secret) =>
        storage.InitialPlatform.Apps.FirstOrDefault(app => app.IsSecret(secret)) is { } app
            ? new Caller(app, null, null, app.Permissions) : null;

    public Caller? ByToken(string? token)
    {
        if (token is not null && OwnOrganizationToken.IsOne(token))
        {
            return OwnOrganizationToken.Read(token, storage.InitialPlatform, time.GetUtcNow()) is { } owner
                ? new Caller(owner, owner.OwnerId, null, owner.Permissions) : null;
        }

        return tokens.Find(token) is { } grant && storage.InitialPlatform.App(grant.Approval.AppId) is { } app
            ? new Caller(
                app,
                grant.Approval.OrganizationId,
                storage.InitialPlatform.Person(grant.Approval.PersonId),
                Permissions.Of(app, grant.Scope))
            : null;
    }

    /// <summary>Returns whether a caller has access to an organization.</summary>
    public bool CanAccess(Caller caller, string organizationId) =>
        caller.OrganizationId == organizationId || (caller.OrganizationId is null && installations.Has(caller.App.AppId, organizationId));
}
