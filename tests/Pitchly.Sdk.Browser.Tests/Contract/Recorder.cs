namespace Pitchly.Browser.Tests.Contract;

/// <summary>Records all events and lets a test wait for them.</summary>
internal sealed class Recorder : IPitchlyAppCallbacks
{
    private readonly Lock _gate = new();
    private readonly List<string> _heard = [];
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<string> All => Of("");

    public IReadOnlyList<string> Of(string start)
    {
        lock (_gate)
        {
            return [.. _heard.Where(what => what.StartsWith(start, StringComparison.Ordinal))];
        }
    }

    public void Clear()
    {
        lock (_gate)
        {
            _heard.Clear();
        }
    }

    public async Task WaitForAsync(params IReadOnlyList<string> expected)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (!expected.Except(_heard).Any() && _heard.Count >= expected.Count)
                {
                    return;
                }

                next = _next.Task;
            }

            await next.WaitAsync(TestContext.Current.CancellationToken);
        }
    }

    public ValueTask OnConnectAsync(ConnectResponse connect, CancellationToken cancellationToken) =>
        Hear(connect.TryGetSuccess(out _) ? "connect" : "refused");

    public ValueTask OnOrganizationIdAsync(OrganizationId organizationId, CancellationToken cancellationToken) => Hear("organization");

    public ValueTask OnDatabaseIdAsync(DatabaseId databaseId, CancellationToken cancellationToken) => Hear("database");

    public ValueTask OnSelectionAsync(IReadOnlyList<RowId> selection, CancellationToken cancellationToken) =>
        Hear($"selection {selection.Count}");

    public ValueTask OnFilterAsync(Filter? filter, CancellationToken cancellationToken) => Hear($"filter {filter?.ToString() ?? "null"}");

    public ValueTask OnShowSelectedAsync(bool showSelected, CancellationToken cancellationToken) => Hear($"showSelected {showSelected}");

    private ValueTask Hear(string what)
    {
        lock (_gate)
        {
            _heard.Add(what);
            _next.SetResult();
            _next = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return default;
    }
}
