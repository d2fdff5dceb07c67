using Pitchly.Channels;

namespace Pitchly;

/// <summary>Forwards callbacks to the App, and reports an expired token as a failure, whether the token was requested or pushed.</summary>
internal sealed class ExpiryCallbacks(IPitchlyAppCallbacks app, TimeProvider time) : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) =>
        app.OnConnectAsync(Expiry.Check(connect, time), cancellationToken);

    public ValueTask OnOrganizationIdAsync(OrganizationId organizationId, CancellationToken cancellationToken) =>
        app.OnOrganizationIdAsync(organizationId, cancellationToken);

    public ValueTask OnDatabaseIdAsync(DatabaseId databaseId, CancellationToken cancellationToken) =>
        app.OnDatabaseIdAsync(databaseId, cancellationToken);

    public ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) =>
        app.OnSelectionAsync(selection, cancellationToken);

    public ValueTask OnFilterAsync(Filter? filter, CancellationToken cancellationToken) =>
        app.OnFilterAsync(filter, cancellationToken);

    public ValueTask OnShowSelectedAsync(bool showSelected, CancellationToken cancellationToken) =>
        app.OnShowSelectedAsync(showSelected, cancellationToken);

    public ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) =>
        app.OnUnknownMessageAsync(message, cancellationToken);

    public ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken) =>
        app.OnCallbackFailedAsync(callback, exception, cancellationToken);
}
