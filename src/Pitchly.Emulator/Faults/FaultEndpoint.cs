using System.Text.Json;

namespace Pitchly.Emulator;

/// <summary>
/// POST /emulator/faults: injects one fault, or performs one command on the tokens, the installation, the channels or the faults.
/// </summary>
internal sealed class FaultEndpoint(
    FaultPlan faults, OAuth.TokenStore tokens, Control.PlatformControl control, Channel.ChannelEndpoint channels)
{
    public const string Path = "/emulator/faults";

    private const string Known =
        "Send {path, kind: drop|delay|status|invalidResponse|truncatedResponse, times, status, retryAfterSeconds, delaySeconds}, "
            + "{tokens: revoke|expire}, {installation: revoke}, {channels: disconnect} or {faults: clear}.";

    public async Task<IResult> HandleAsync(HttpRequest request)
    {
        try
        {
            var command = await JsonSerializer.DeserializeAsync<Command>(
                request.Body, StrictJson.Serializer, request.HttpContext.RequestAborted);
            return Execute(command) ? Results.NoContent() : Refuse(Known);
        }
        catch (JsonException error)
        {
            return Refuse($"{error.Message} {Known}");
        }
        catch (ArgumentException error)
        {
            return Refuse(error.Message);
        }
    }

    /// <returns><see langword="true"/> if the request is a known command; otherwise, <see langword="false"/>.</returns>
    /// <exception cref="ArgumentException">The fault is not valid.</exception>
    private bool Execute(Command? command)
    {
        switch (command)
        {
            case { Path: { } path, Kind: { } kind }:
                faults.Inject(new Fault(path, kind)
                {
                    Times = command.Times ?? 1,
                    Status = command.Status ?? StatusCodes.Status503ServiceUnavailable,
                    RetryAfter = command.RetryAfterSeconds is { } retry ? Seconds(retry) : null,
                    Delay = Seconds(command.DelaySeconds ?? 10),
                });
                break;
            case { Tokens: "revoke" }:
                tokens.RevokeAll();
                break;
            case { Tokens: "expire" }:
                tokens.ExpireAll();
                break;
            case { Installation: "revoke" }:
                control.RevokeInstallation(null, null);
                break;
            case { Channels: "disconnect" }:
                channels.DisconnectAll();
                break;
            case { Faults: "clear" }:
                faults.Clear();
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Converts seconds to a <see cref="TimeSpan"/>. Values outside its range become the minimum or the maximum.</summary>
    private static TimeSpan Seconds(double seconds) =>
        Math.Abs(seconds) < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds) : seconds < 0 ? TimeSpan.MinValue
            : TimeSpan.MaxValue;

    private static IResult Refuse(string reason) =>
        Results.Json(new { name = "bad-request", reason, code = 400 }, statusCode: StatusCodes.Status400BadRequest);

    private sealed record Command(
        string? Path,
        FaultKind? Kind,
        int? Times,
        int? Status,
        double? RetryAfterSeconds,
        double? DelaySeconds,
        string? Tokens,
        string? Installation,
        string? Channels,
        string? Faults);
}
