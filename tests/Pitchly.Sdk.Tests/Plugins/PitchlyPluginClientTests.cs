using Pitchly.Channels;
using Pitchly.Plugins;

namespace Pitchly.Sdk.Tests.Plugins;

/// <summary>Tests v2's Plugin API with the messages from its documentation and from Pitchly's own client.</summary>
public sealed class PitchlyPluginClientTests : IAsyncDisposable
{
    private readonly FakePlatform _platform = new();
    private readonly List<string> _heard = [];
    private readonly TaskCompletionSource<PersonId> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _platform.DisposeAsync();

    [Fact]
    public async Task Plugin_sends_ready_and_receives_the_platform_state()
    {
        await using var client = await ConnectAsync();
        Assert.Equal("""{"type":"ready"}""", (await _platform.ReceiveAsync()).ToJsonString());

        await _platform.SendAsync("""{"type":"workspace","data":{"workspaceId":"wks1"}}""");
        await _platform.SendAsync("""{"type":"table","data":{"tableId":"wks1|tbl1"}}""");
        await _platform.SendAsync("""{"type":"activeCell","data":{"fieldId":"wks1|fld1","recordId":"rec1"}}""");
        await _platform.SendAsync("""{"type":"views","data":[1]}""");
        await _platform.SendAsync("""{"type":"focus","data":{"isFocused":false}}""");
        await HeardAsync(5);

        Assert.Equal(["workspace wks1", "table wks1|tbl1", "cell wks1|fld1 rec1", "unknown views", "focus False"], _heard);
        Assert.Equal(new WorkspaceId("wks1"), client.Workspace!.WorkspaceId);
    }

    [Fact]
    public async Task Change_of_person_ends_the_session()
    {
        await using var client = await ConnectAsync(new PersonId("psnAda"));
        await _platform.SendAsync("""{"type":"person","data":{"personId":"psnAda"}}""");
        await _platform.SendAsync("""{"type":"focus","data":{"isFocused":true}}""");
        await HeardAsync(2);
        Assert.False(client.HasEnded);

        await _platform.SendAsync("""{"type":"person","data":{"personId":"psnBob"}}""");
        await _platform.SendAsync("""{"type":"table","data":{"tableId":"wks2|tblOfBob"}}""");

        Assert.Equal(new PersonId("psnBob"), await _ended.Task);
        await HeardAsync(3);
        Assert.True(client.HasEnded);
        Assert.Equal(["person psnAda", "focus True", "person psnBob"], _heard);
        Assert.Null(client.Table);
    }

    [Fact]
    public async Task First_person_is_signed_in_by_default()
    {
        await using var client = await ConnectAsync();
        await _platform.SendAsync("""{"type":"person","data":{"personId":"psnAda"}}""");
        await _platform.SendAsync("""{"type":"person","data":{"personId":"psnBob"}}""");

        Assert.Equal(new PersonId("psnBob"), await _ended.Task);
    }

    [Fact]
    public async Task Error_of_a_missing_transport_names_the_transports()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => PitchlyPluginClient
            .ConnectAsync(new PitchlyPluginOptions(), new PitchlyPluginCallbacks(), Cancellation)
            .AsTask());

        Assert.Contains("BrowserTransports.PostMessage", error.Message, StringComparison.Ordinal);
    }

    private ValueTask<PitchlyPluginClient> ConnectAsync(PersonId? signedIn = null)
    {
        var options = new PitchlyPluginOptions
        {
            Transport = _platform.OpenAsync,
            SignedIn = signedIn,
            OnSessionEnded = (person, _) =>
            {
                _ended.TrySetResult(person);
                return default;
            },
        };
        return PitchlyPluginClient.ConnectAsync(options, new Callbacks(this), Cancellation);
    }

    private async Task HeardAsync(int count)
    {
        while (true)
        {
            lock (_heard)
            {
                if (_heard.Count >= count)
                {
                    return;
                }
            }

            await Task.Yield();
            Cancellation.ThrowIfCancellationRequested();
        }
    }

    private ValueTask Hear(string what)
    {
        lock (_heard)
        {
            _heard.Add(what);
        }

        return default;
    }

    private sealed class Callbacks(PitchlyPluginClientTests test) : IPitchlyPluginCallbacks
    {
        public ValueTask OnWorkspaceAsync(WorkspaceMessage workspace, CancellationToken cancellationToken) =>
            test.Hear($"workspace {workspace.WorkspaceId}");

        public ValueTask OnTableAsync(TableMessage table, CancellationToken cancellationToken) => test.Hear($"table {table.TableId}");

        public ValueTask OnActiveCellAsync(ActiveCellMessage activeCell, CancellationToken cancellationToken) =>
            test.Hear($"cell {activeCell.FieldId} {activeCell.RecordId}");

        public ValueTask OnFocusAsync(FocusMessage focus, CancellationToken cancellationToken) => test.Hear($"focus {focus.IsFocused}");

        public ValueTask OnPersonAsync(PersonMessage person, CancellationToken cancellationToken) => test.Hear($"person {person.PersonId}");

        public ValueTask OnUnknownMessageAsync(PitchlyMessage message, CancellationToken cancellationToken) =>
            test.Hear($"unknown {message.Type}");
    }
}
