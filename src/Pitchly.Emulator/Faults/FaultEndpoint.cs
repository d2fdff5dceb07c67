using System.Text.Json;
using System.Text.Json.Serialization;

namespace Pitchly.Emulator;

/// <summary>POST /emulator/faults: one fault to inject, or an order against what there is (its tokens, channels, faults).</summary>
internal sealed class FaultEndpoint(FaultPlan faults, OAuth.TokenStore tokens, Channel.ChannelEndpoint channels)
{
    public const string Path = "/emulator/faults";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        Order? order = null;
        try
        {
            order = await JsonSerializer.DeserializeAsync<Order>(request.Body, Json, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            // Told below, with what would be right.
        }

        switch (order)
        {
            case { Path: { } path, Kind: { } kind }:
                faults.Inject(new Fault(path, kind)
                {
                    Times = order.Times ?? 1,
                    Status = order.Status ?? StatusCodes.Status503ServiceUnavailable,
                    RetryAfter = order.RetryAfterSeconds is { } retry ? TimeSpan.FromSeconds(retry) : null,
                    Delay = TimeSpan.FromSeconds(order.DelaySeconds ?? 10),
                });
                break;
            case { Tokens: "revoke" }:
                tokens.RevokeAll();
                break;
            case { Tokens: "expire" }:
                tokens.ExpireAll();
                break;
            case { Channels: "disconnect" }:
                channels.DisconnectAll();
                break;
            case { Faults: "clear" }:
                faults.Clear();
                break;
            default:
                return Results.Json(
                    new { name = "bad-request", reason = "Send {path, kind: drop|delay|status|nonsense|half, times, status, retryAfterSeconds, delaySeconds}, {tokens: revoke|expire}, {channels: disconnect} or {faults: clear}.", code = 400 },
                    statusCode: StatusCodes.Status400BadRequest);
        }

        return Results.NoContent();
    }

    private sealed record Order(
        string? Path, FaultKind? Kind, int? Times, int? Status, double? RetryAfterSeconds, double? DelaySeconds, string? Tokens, string? Channels, string? Faults);
}
