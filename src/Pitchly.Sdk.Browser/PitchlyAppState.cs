namespace Pitchly.Browser;

/// <summary>The latest state of Pitchly's page that the App has received. There is one for each user's page.</summary>
public sealed class PitchlyAppState
{
    /// <summary>Guards the status and the error, because the timeout of a connection attempt runs on another thread.</summary>
    private readonly Lock _gate = new();

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

    internal void Start()
    {
        lock (_gate)
        {
            (Status, Error) = (PitchlyAppStatus.Connecting, null);
        }
    }

    internal void Set(ConnectResponse response)
    {
        lock (_gate)
        {
            response.Switch(
                success => (Status, Error, OrganizationId) = (PitchlyAppStatus.Connected, null, success.OrganizationId),
                failure => Fail(failure.Error));
        }
    }

    /// <summary>Sets the state to failed, because the options are wrong or Pitchly refused permanently. There is no retry.</summary>
    internal void Refuse(PitchlyError error)
    {
        lock (_gate)
        {
            (Status, Error) = (PitchlyAppStatus.Failed, error);
        }
    }

    /// <summary>
    /// Sets the state to failed, because there was no token in time. If a token arrives later, the App is connected nevertheless.
    /// </summary>
    /// <param name="timeoutError">The error to report if Pitchly did not respond.</param>
    /// <returns>The reported error, or <see langword="null"/> if the App is connected or was refused.</returns>
    internal PitchlyError? GiveUp(PitchlyError timeoutError)
    {
        lock (_gate)
        {
            if (Status != PitchlyAppStatus.Connecting)
            {
                return null;
            }

            var hasAnswer = Error is { } error && error.Name != PitchlyErrorNames.RequestTimedOut;
            (Status, Error) = (PitchlyAppStatus.Failed, hasAnswer ? Error : timeoutError);
            return Error;
        }
    }

    internal void Set(OrganizationId organizationId) => OrganizationId = organizationId;

    internal void Set(DatabaseId databaseId) => DatabaseId = databaseId;

    internal void Set(IReadOnlyList<RowId> selection) => Selection = selection;

    internal void Set(Filter? filter) => Filter = filter;

    internal void Set(bool showSelected) => ShowSelected = showSelected;

    internal void Notify() => Changed?.Invoke();

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
