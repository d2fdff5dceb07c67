using Pitchly;
using Pitchly.Channels;
using Pitchly.Data;
using Pitchly.Json;

namespace Quickstart;

/// <summary>A tour of the SDK: an App connects, receives the user's actions, and reads and writes data.</summary>
internal sealed class Tour(Uri origin, AppId appId)
{
    private readonly Report _report = new();
    private readonly RowNames _names = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        _report.Heading("Connect");
        _report.Fact("Origin", origin.GetLeftPart(UriPartial.Authority));
        var callbacks = new AppCallbacks(_report, _names);
        await using var client = await PitchlyAppClient.ConnectAsync(Options(appId), callbacks, cancellationToken);
        await callbacks.Signal.WaitAsync("selection", cancellationToken);
        await callbacks.Signal.WaitAsync("filter", cancellationToken);
        await callbacks.Signal.WaitAsync("showSelected", cancellationToken);
        _report.Fact("App ID", appId.Value);
        _report.Fact("Organization", client.OrganizationId?.Value ?? "");
        _report.Fact("Database", client.DatabaseId?.Value ?? "");
        _report.Fact("User", (await client.RequestUserIdAsync(cancellationToken)).Value);

        using var http = new HttpClient { BaseAddress = origin };
        var data = new PitchlyDataClient(http, client);
        var user = new SimulatedUserClient(http);
        var database = await data.GetDatabaseAsync(client.DatabaseId!.Value, cancellationToken)
            ?? throw new ArgumentException($"There is no database {client.DatabaseId}.");

        await ShowEventsAsync(client, callbacks, user, data, database, cancellationToken);
        await WriteRowsAsync(data, database, cancellationToken);
        await HideFilterAsync(client, user, cancellationToken);
        await ReceiveCustomEventAsync(client, callbacks, user, cancellationToken);
        await ShowErrorAsync(cancellationToken);
    }

    private async Task ShowEventsAsync(
        PitchlyAppClient client,
        AppCallbacks callbacks,
        SimulatedUserClient user,
        PitchlyDataClient data,
        Database database,
        CancellationToken cancellationToken)
    {
        var rows = await data.GetRowsAsync(database.Id, cancellationToken: cancellationToken);
        _names.Add(database, rows);

        _report.Heading("The user selects rows and sets a filter");
        await user.ActAsync(new UserAct { Selection = [rows[1].Id, rows[3].Id, rows[4].Id], ShowSelected = true }, cancellationToken);
        await callbacks.Signal.WaitAsync("selection", cancellationToken);
        await callbacks.Signal.WaitAsync("showSelected", cancellationToken);
        await user.ActAsync(new UserAct { Filter = Filters.Contains(database.GetField("Client").Id, "Contoso") }, cancellationToken);
        await callbacks.Signal.WaitAsync("filter", cancellationToken);

        _report.Heading("The selected rows that match the filter, read with the typed GraphQL client");
        var selection = await client.RequestSelectionAsync(cancellationToken);
        var filtered = await data.GetRowsAsync(database.Id, client.Filter, cancellationToken);
        _report.Rows(_names.Columns, filtered.Where(row => selection.Contains(row.Id)).Select(_names.Cells));
    }

    private async Task WriteRowsAsync(PitchlyDataClient data, Database database, CancellationToken cancellationToken)
    {
        _report.Heading("Insert, update and delete a row");
        var stage = database.GetField("Stage");
        var juniper = RowInput.Empty
            .With(database.GetField("Name"), "Project Juniper")
            .With(stage, "Pitch")
            .With(database.GetField("Amount"), 750_000, "USD");
        var written = await data.InsertRowAsync(database.Id, juniper, cancellationToken);
        _report.Fact("Inserted", await DescribeAsync(data, database, written.Id, cancellationToken));
        await data.UpdateRowAsync(database.Id, written.Id, RowInput.Empty.With(stage, "Signed"), cancellationToken);
        _report.Fact("Updated", await DescribeAsync(data, database, written.Id, cancellationToken));
        await data.DeleteRowAsync(database.Id, written.Id, cancellationToken);
        _report.Fact("Deleted", $"{Report.Rows(await data.CountRowsAsync(database.Id, cancellationToken: cancellationToken))} left");
    }

    private async Task<string> DescribeAsync(PitchlyDataClient data, Database database, RowId id, CancellationToken cancellationToken)
    {
        var rows = await data.GetRowsAsync(database.Id, cancellationToken: cancellationToken);
        var cells = _names.Cells(rows.Single(row => row.Id == id)).Where(cell => cell.Length > 0);
        return $"{string.Join(" · ", cells)} ({Report.Rows(rows.Count)})";
    }

    private async Task HideFilterAsync(PitchlyAppClient client, SimulatedUserClient user, CancellationToken cancellationToken)
    {
        _report.Heading("Hide and show the filter");
        await client.HideFilterAsync(cancellationToken);
        _report.Fact("HideFilterAsync", await FilterIsAsync());
        await client.ShowFilterAsync(cancellationToken);
        _report.Fact("ShowFilterAsync", await FilterIsAsync());

        // The page processes messages in order, so a reply over the channel means that the page has already processed the command before
        // it.
        async Task<string> FilterIsAsync()
        {
            await client.RequestShowSelectedAsync(cancellationToken);
            return (await user.ActAsync(new UserAct(), cancellationToken)).IsFilterVisible ? "the page shows it" : "the page hides it";
        }
    }

    private async Task ReceiveCustomEventAsync(
        PitchlyAppClient client, AppCallbacks others, SimulatedUserClient user, CancellationToken cancellationToken)
    {
        _report.Heading("An event of quickstart.pitchly.json, through generated code");
        var received = new Signal();
        var callbacks = new DealNewsCallbacks
        {
            OnDealWon = async (news, end) =>
            {
                // The channel of PitchlyAppClient receives the event too, and its callback reports it first.
                await others.Signal.WaitAsync("dealWon", end);
                _report.Event("OnDealWon", $"{_names.Of(news.Row)}, won by {news.By}");
                received.Set("dealWon");
            },
            OnUnknownMessage = (message, _) =>
            {
                received.Set(message.Type);
                return default;
            },
        };
        await using var news = await DealNewsClient.ConnectAsync(OpenChannelAsync, callbacks, cancellationToken: cancellationToken);
        await news.ReadyAsync(new ReadyMessage { AppId = appId, Sdk = "Quickstart" }, cancellationToken);

        // The page responds with its state, which this schema does not define. Later actions of the user are received.
        await received.WaitAsync("selection", cancellationToken);
        var won = new DealWon { Row = client.Selection![0], By = "Ada" };
        await user.ActAsync(new UserAct { Message = new PageMessage { Type = "dealWon", Data = JsonText.From(won) } }, cancellationToken);
        await received.WaitAsync("dealWon", cancellationToken);
    }

    private async Task ShowErrorAsync(CancellationToken cancellationToken)
    {
        _report.Heading("A wrong App ID");
        try
        {
            await using var client = await PitchlyAppClient.ConnectAsync(
                Options(new AppId("appWrong")), new PitchlyAppCallbacks { OnConnect = (_, _) => default }, cancellationToken);
        }
        catch (PitchlyException refused)
        {
            _report.Fact("Name", refused.Error.Name);
            _report.Fact("Reason", refused.Error.Reason);
            _report.Fact("Code", $"{refused.Error.Code}");
            _report.Fact("Advice", refused.Error.Advice);
        }
    }

    private PitchlyAppOptions Options(AppId id) => new() { AppId = id, Origin = origin };

    private ValueTask<IPitchlyTransport> OpenChannelAsync(CancellationToken cancellationToken) => WebSocketTransport.ConnectAsync(
        new UriBuilder(origin) { Scheme = "ws", Path = $"/apps/{appId}/channel" }.Uri, PitchlyChannelOptions.DefaultMaximumMessageBytes,
        cancellationToken);
}
