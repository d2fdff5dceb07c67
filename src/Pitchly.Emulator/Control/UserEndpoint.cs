using System.Text.Json;
using System.Text.Json.Nodes;
using Pitchly.Emulator.Data;

namespace Pitchly.Emulator.Control;

/// <summary>POST /emulator/user: performs actions of the simulated user and returns the resulting state of the page.</summary>
internal sealed class UserEndpoint(Workspace workspace, Storage storage)
{
    public const string Path = "/emulator/user";

    private const string Known =
        "Supported are person, database, selection, tick {rowId, isSelected}, filter, showSelected, activeCell {fieldId, rowId} and "
            + "message {type, data}.";

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        try
        {
            if (await JsonNode.ParseAsync(
                request.Body, null, StrictJson.Document, request.HttpContext.RequestAborted) is not JsonObject act)
            {
                return Refuse("the body is not a JSON object");
            }

            Act(act);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or ArgumentException)
        {
            return Refuse(error.Message);
        }

        return Results.Json(new
        {
            selection = workspace.Selection,
            filter = workspace.Value("filter"),
            showSelected = workspace.ShowSelected,
            isFilterVisible = workspace.IsFilterVisible,
        });
    }

    private void Act(JsonObject act)
    {
        if (act["person"] is { } person)
        {
            workspace.SignIn(person.GetValue<string>());
        }

        if (act["database"] is { } database)
        {
            workspace.Open(database.GetValue<string>());
        }

        if (act["selection"] is JsonArray rows)
        {
            workspace.Select(
                rows.Select(row => row?.GetValue<string>() ?? throw new JsonException("a row in the selection is null")).ToList());
        }

        if (act["tick"] is JsonObject tick)
        {
            var order = storage.Rows(workspace.DatabaseId).Select(row => row.Id).ToList();
            workspace.Tick(Needed(tick, "rowId").GetValue<string>(), Needed(tick, "isSelected").GetValue<bool>(), order);
        }

        if (act.ContainsKey("filter"))
        {
            workspace.SetFilter(act["filter"]?.ToJsonString());
        }

        if (act["showSelected"] is { } showSelected)
        {
            workspace.SetShowSelected(showSelected.GetValue<bool>());
        }

        if (act["activeCell"] is JsonObject cell && cell["fieldId"] is { } fieldId && cell["rowId"] is { } rowId)
        {
            workspace.Activate(fieldId.GetValue<string>(), rowId.GetValue<string>());
        }

        if (act["message"] is JsonObject message && message["type"] is { } type)
        {
            workspace.Send(type.GetValue<string>(), message["data"]?.DeepClone());
        }
    }

    private static JsonNode Needed(JsonObject json, string name) => json[name] ?? throw new JsonException($"'{name}' is missing");

    private static IResult Refuse(string why) => Results.Json(
        new { name = "bad-request", reason = $"The action failed: {why.TrimEnd('.')}. {Known}", code = 400 },
        statusCode: StatusCodes.Status400BadRequest);
}
