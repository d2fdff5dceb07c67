namespace Pitchly.Browser;

/// <summary>What Pitchly's page shows, as far as the App has heard: always the newest. One for each user's page.</summary>
public sealed class PitchlyAppState
{
    /// <summary>Raised after each change, once the App's own callback has run. It may come on any thread: use InvokeAsync in components.</summary>
    public event Action? Changed;

    /// <summary>Where the connection stands.</summary>
    public PitchlyAppStatus Status { get; private set; }

    /// <summary>What went wrong last; <see langword="null"/> once all is well again.</summary>
    public PitchlyError? Error { get; private set; }

    /// <summary>The organization; <see langword="null"/> until heard of.</summary>
    public OrganizationId? OrganizationId { get; private set; }

    /// <summary>The database; <see langword="null"/> until heard of.</summary>
    public DatabaseId? DatabaseId { get; private set; }

    /// <summary>The selected rows.</summary>
    public IReadOnlyList<RowId> Selection { get; private set; } = [];

    /// <summary>The filter; <see langword="null"/> for none.</summary>
    public Filter? Filter { get; private set; }

    /// <summary>Whether 'Show Only Selected' is ticked.</summary>
    public bool ShowSelected { get; private set; }

    internal void Start() => (Status, Error) = (PitchlyAppStatus.Connecting, null);

    internal void Set(ConnectResponse response) => response.Switch(
        success => (Status, Error, OrganizationId) = (PitchlyAppStatus.Connected, null, success.OrganizationId),
        failure => Fail(failure.Error));

    /// <summary>A lost connection comes back by itself, so what is shown stays; anything else is an end.</summary>
    internal void Fail(PitchlyError error) => (Status, Error) = (error.IsTransient ? Status : PitchlyAppStatus.Failed, error);

    /// <summary>There is no client that could try again.</summary>
    internal void Refuse(PitchlyError error) => (Status, Error) = (PitchlyAppStatus.Failed, error);

    internal void Set(OrganizationId organizationId) => OrganizationId = organizationId;

    internal void Set(DatabaseId databaseId) => DatabaseId = databaseId;

    internal void Set(IReadOnlyList<RowId> selection) => Selection = selection;

    internal void Set(Filter? filter) => Filter = filter;

    internal void Set(bool showSelected) => ShowSelected = showSelected;

    internal void Notify() => Changed?.Invoke();
}
