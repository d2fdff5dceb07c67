using System.Text.Json;
using Pitchly.Emulator.Configuration;

namespace Pitchly.Emulator.Control;

/// <summary>POST /emulator/reset, /emulator/clock, /emulator/installation and /emulator/database.</summary>
internal static class ControlEndpoint
{
    private const string ClockForm = "Send {\"advanceSeconds\": 3600}.";
    private const string InstallationForm = "Send {\"revoke\": true, \"appId\", \"organizationId\"}.";
    private const string DatabaseForm = "Send {\"id\", \"name\"} or {\"id\", \"field\": {\"name\", \"type\"}}.";

    public static void Map(WebApplication host)
    {
        host.MapPost("/emulator/reset", (PlatformControl control) =>
        {
            control.Reset();
            return Results.NoContent();
        });
        host.MapPost("/emulator/clock", (HttpRequest request, PlatformControl control) =>
            ExecuteAsync<ClockCommand>(request, ClockForm, command => Execute(command, control)));
        host.MapPost("/emulator/installation", (HttpRequest request, PlatformControl control) =>
            ExecuteAsync<InstallationCommand>(request, InstallationForm, command => Execute(command, control)));
        host.MapPost("/emulator/database", (HttpRequest request, PlatformControl control) =>
            ExecuteAsync<DatabaseCommand>(request, DatabaseForm, command => Execute(command, control)));
    }

    private static bool Execute(ClockCommand command, PlatformControl control)
    {
        if (command.AdvanceSeconds is not { } seconds || Math.Abs(seconds) > TimeSpan.MaxValue.TotalSeconds / 2)
        {
            return false;
        }

        control.AdvanceClock(TimeSpan.FromSeconds(seconds));
        return true;
    }

    private static bool Execute(InstallationCommand command, PlatformControl control)
    {
        if (command.Revoke)
        {
            control.RevokeInstallation(command.AppId, command.OrganizationId);
        }

        return command.Revoke;
    }

    private static bool Execute(DatabaseCommand command, PlatformControl control)
    {
        switch (command)
        {
            case { Id: { } id, Name: { } name }:
                control.Rename(id, name);
                return true;
            case { Id: { } id, Field: { } field }:
                control.AddField(id, field);
                return true;
            default:
                return false;
        }
    }

    private static async Task<IResult> ExecuteAsync<T>(HttpRequest request, string form, Func<T, bool> execute)
    {
        try
        {
            var json = await JsonDocument.ParseAsync(request.Body, StrictJson.Document, request.HttpContext.RequestAborted);
            var problem = ShapeCheck.Problems(json.RootElement, typeof(T), "").FirstOrDefault();
            return problem is not null ? Refuse($"{problem} {form}")
                : execute(json.Deserialize<T>(ConfigurationFile.Serializer)!) ? Results.NoContent() : Refuse(form);
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException)
        {
            return Refuse($"{error.Message} {form}");
        }
    }

    private static IResult Refuse(string reason) =>
        Results.Json(new { name = "bad-request", reason, code = 400 }, statusCode: StatusCodes.Status400BadRequest);

    private sealed record ClockCommand(double? AdvanceSeconds);

    private sealed record InstallationCommand(bool Revoke, string? AppId, string? OrganizationId);

    private sealed record DatabaseCommand(string? Id, string? Name, FieldOptions? Field);
}
