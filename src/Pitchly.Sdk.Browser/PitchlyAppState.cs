namespace Pitchly.Browser;

/// <summary>What Pitchly's page shows, as far as the App has heard: always the newest. One for each user's page.</summary>
public sealed class PitchlyAppState
{
    /// <summary>The patience with a connection ends on a thread of its own.</summary>
    private readonly Lock _gate = new();

    /// <summary>
    /// Raised after each change, once the App's own callback has run. It may come on any thread: use InvokeAsync in components.
    /// </summary>
    public event Action? Changed;

    /// <summary>Gets where the connection stands.</summary>
    public PitchlyAppStatus Status { get; private set; }

    /// <summary>Gets what went wrong last; <see langword="null"/> once all is well again.</summary>
    public PitchlyError? Error { get; private set; }

    /// <summary>Gets the organization; <see langword="null"/> until heard of.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    /// <summary>Gets the database; <see langword="null"/> until heard of.</summary>
    public DatabaseId? DatabaseId { get; private set; }

    /// <summary>Gets the selected rows.</summary>
    public IReadOnlyList<RowId> Selection { get; private set; } = [];

    /// <summary>Gets the filter; <see langword="null"/> for none.</summary>
    public Filter? Filter { get; private set; }

    /// <summary>Gets a value indicating whether 'Show Only Selected' is ticked.</summary>
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

    /// <summary>The options are wrong, or Pitchly refused for good, so nothing is tried again.</summary>
    internal void Refuse(PitchlyError error)
    {
        lock (_gate)
        {
            (Status, Error) = (PitchlyAppStatus.Failed, error);
        }
    }

    /// <summary>There was no token in time. Should one come later, the App is connected all the same.</summary>
    /// <param name="silence">What is told if Pitchly gave no answer.</param>
    /// <returns>What is told; <see langword="null"/> if the App is connected or was refused.</returns>
    internal PitchlyError? GiveUp(PitchlyError silence)
    {
        lock (_gate)
        {
            if (Status != PitchlyAppStatus.Connecting)
            {
                return null;
            }

            var hasAnswer = Error is { } error && error.Name != PitchlyErrorNames.RequestTimedOut;
            (Status, Error) = (PitchlyAppStatus.Failed, hasAnswer ? Error : silence);
            return Error;
        }
    }

    internal void Set(OrganizationId organizationId) => OrganizationId = organizationId;

    internal void Set(DatabaseId databaseId) => DatabaseId = databaseId;

    internal void Set(IReadOnlyList<RowId> selection) => Selection = selection;

    internal void Set(Filter? filter) => Filter = filter;

    internal void Set(bool showSelected) => ShowSelected = showSelected;

    internal void Notify() => Changed?.Invoke();

    /// <summary>A lost connection comes back by itself, so what is shown stays; anything else is an end.</summary>
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
