namespace Pitchly.Browser;

/// <summary>The latest state of Pitchly's page that the App has received. There is one for each user's page.</summary>
public sealed class PitchlyAppState
{
    /// <summary>Guards the changes, because attempts to connect and their timeouts run on several threads.</summary>
    private readonly Lock _gate = new();

    /// <summary>The attempt that may change the state.</summary>
    private ConnectionAttempt? _attempt;

    /// <summary>
    /// Occurs after each change, when the App's own callback has run. It may be raised on any thread: use InvokeAsync in components.
    /// </summary>
    public event Action? Changed;

    /// <summary>Gets the status of the connection.</summary>
    public PitchlyAppStatus Status { get; private set; }

    /// <summary>Gets the last error, or <see langword="null"/> if the connection has succeeded since.</summary>
    public PitchlyError? Error { get; private set; }

    /// <summary>Gets the organization's id, or <see langword="null"/> until it is known.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    /// <summary>Gets the database's id, or <see langword="null"/> until it is known.</summary>
    public DatabaseId? DatabaseId { get; private set; }

    /// <summary>Gets the ids of the selected rows.</summary>
    public IReadOnlyList<RowId> Selection { get; private set; } = [];

    /// <summary>Gets the filter, or <see langword="null"/> if there is none.</summary>
    public Filter? Filter { get; private set; }

    /// <summary>Gets a value indicating whether "Show Only Selected" is checked.</summary>
    public bool ShowSelected { get; private set; }

    /// <summary>Sets the state to connecting. From now on, previous attempts don't change it.</summary>
    internal void Start(ConnectionAttempt attempt)
    {
        lock (_gate)
        {
            (_attempt, Status, Error) = (attempt, PitchlyAppStatus.Connecting, null);
        }
    }

    internal void Set(ConnectionAttempt attempt, ConnectResponse response) => Change(attempt, () => response.Switch(
        success => (Status, Error, OrganizationId) = (PitchlyAppStatus.Connected, null, success.OrganizationId),
        failure => Fail(failure.Error)));

    /// <summary>Sets the state to failed, because the options are wrong or Pitchly refused permanently. There is no retry.</summary>
    internal void Refuse(ConnectionAttempt? attempt, PitchlyError error) =>
        Change(attempt, () => (Status, Error) = (PitchlyAppStatus.Failed, error));

    /// <summary>
    /// Sets the state to failed, because there was no token in time. If a token arrives later, the App is connected nevertheless.
    /// </summary>
    /// <param name="attempt">The attempt that took too long.</param>
    /// <param name="timeoutError">The error to report if Pitchly did not respond.</param>
    /// <returns>The reported error, or <see langword="null"/> if the App is connected, was refused, or connects again.</returns>
    internal PitchlyError? GiveUp(ConnectionAttempt attempt, PitchlyError timeoutError)
    {
        PitchlyError? reported = null;
        Change(attempt, () =>
        {
            if (Status == PitchlyAppStatus.Connecting)
            {
                reported = Error is { } error && error.Name != PitchlyErrorNames.RequestTimedOut ? error : timeoutError;
                (Status, Error) = (PitchlyAppStatus.Failed, reported);
            }
        });
        return reported;
    }

    internal void Set(ConnectionAttempt attempt, OrganizationId organizationId) => Change(attempt, () => OrganizationId = organizationId);

    internal void Set(ConnectionAttempt attempt, DatabaseId databaseId) => Change(attempt, () => DatabaseId = databaseId);

    internal void Set(ConnectionAttempt attempt, IReadOnlyList<RowId> selection) => Change(attempt, () => Selection = selection);

    internal void Set(ConnectionAttempt attempt, Filter? filter) => Change(attempt, () => Filter = filter);

    internal void Set(ConnectionAttempt attempt, bool showSelected) => Change(attempt, () => ShowSelected = showSelected);

    internal void Notify() => Changed?.Invoke();

    /// <summary>Makes a change, unless another attempt has replaced this one.</summary>
    private void Change(ConnectionAttempt? attempt, Action change)
    {
        lock (_gate)
        {
            if (_attempt == attempt)
            {
                change();
            }
        }
    }

    /// <summary>
    /// Sets the error. A lost connection is reopened automatically, so a transient error does not change the status. After any other error
    /// the status is failed.
    /// </summary>
    private void Fail(PitchlyError error)
    {
        if (!error.IsTransient)
        {
            (Status, Error) = (PitchlyAppStatus.Failed, error);
        }
        else if (Status != PitchlyAppStatus.Failed)
        {
            Error = error;
        }
    }
}
