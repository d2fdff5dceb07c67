using Pitchly.Channels;

namespace Pitchly.Browser;

/// <summary>Updates the state, then runs the App's own callback, then raises the change notification.</summary>
internal sealed class StateCallbacks(PitchlyAppState state, ConnectionAttempt attempt, IPitchlyAppCallbacks app) : IPitchlyAppCallbacks
{
    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken)
    {
        state.Set(attempt, connect);
        return NotifyAfterAsync(app.OnConnectAsync(connect, cancellationToken));
    }

    public ValueTask OnOrganizationIdAsync(OrganizationId organizationId, CancellationToken cancellationToken)
    {
        state.Set(attempt, organizationId);
        return NotifyAfterAsync(app.OnOrganizationIdAsync(organizationId, cancellationToken));
    }

    public ValueTask OnDatabaseIdAsync(DatabaseId databaseId, CancellationToken cancellationToken)
    {
        state.Set(attempt, databaseId);
        return NotifyAfterAsync(app.OnDatabaseIdAsync(databaseId, cancellationToken));
    }

    public ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken)
    {
        state.Set(attempt, selection);
        return NotifyAfterAsync(app.OnSelectionAsync(selection, cancellationToken));
    }

    public ValueTask OnFilterAsync(Filter? filter, CancellationToken cancellationToken)
    {
        state.Set(attempt, filter);
        return NotifyAfterAsync(app.OnFilterAsync(filter, cancellationToken));
    }

    public ValueTask OnShowSelectedAsync(bool showSelected, CancellationToken cancellationToken)
    {
        state.Set(attempt, showSelected);
        return NotifyAfterAsync(app.OnShowSelectedAsync(showSelected, cancellationToken));
    }

    public ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) =>
        app.OnUnknownMessageAsync(message, cancellationToken);

    public ValueTask OnCallbackFailedAsync(string callback, Exception exception, CancellationToken cancellationToken) =>
        app.OnCallbackFailedAsync(callback, exception, cancellationToken);

    private async ValueTask NotifyAfterAsync(ValueTask callback)
    {
        try
        {
            await callback.ConfigureAwait(false);
        }
        finally
        {
            state.Notify();
        }
    }
}
