using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Pitchly.AspNetCore.Diagnostics;
using Pitchly.Channels;

namespace Pitchly.AspNetCore.Callbacks;

/// <summary>Receives a request and responds with success after its callback has run.</summary>
/// <typeparam name="TCallbacks">The interface of the callbacks.</typeparam>
internal sealed class CallbackEndpoint<TCallbacks>(PitchlyCallbackOptions options)
    where TCallbacks : class, IPitchlyCallbacks<TCallbacks>
{
    private readonly MessageEnvelope _envelope = TCallbacks.Envelope;
    private readonly SignatureCheck? _signature = options.Secrets is null ? null : new SignatureCheck(options.Signature, Window(options));

    /// <summary>
    /// Receives a message in the form that the schema defines, by default <c>{"type", "data"}</c>. If the address contains the name of a
    /// type, the body is the data of that type.
    /// </summary>
    public async Task HandleAsync(HttpContext context)
    {
        var (status, reason) = await ReceiveAsync(context, context.Request.RouteValues["name"] as string).ConfigureAwait(false);
        ServerTelemetry.CallbackReceived(status);
        context.Response.StatusCode = status;
        if (status >= StatusCodes.Status400BadRequest)
        {
            ServerLog.CallbackRefused(Logger(context), status, reason);
            await context.Response.WriteAsync(reason, context.RequestAborted).ConfigureAwait(false);
        }
    }

    private async Task<(int Status, string Reason)> ReceiveAsync(HttpContext context, string? name)
    {
        if (!context.Request.HasJsonContentType())
        {
            return (StatusCodes.Status415UnsupportedMediaType, "Send application/json.");
        }

        if (await BoundedBody.ReadAsync(context.Request, options.MaximumBodyBytes).ConfigureAwait(false) is not { } body)
        {
            return (StatusCodes.Status413PayloadTooLarge, $"The body has more than {options.MaximumBodyBytes} bytes.");
        }

        if (Refusal(context, body) is { } refusal)
        {
            return (StatusCodes.Status401Unauthorized, $"The signature is not valid: {refusal}.");
        }

        try
        {
            return await RunAsync(context, name, body).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            return (StatusCodes.Status400BadRequest, $"The body does not match the schema. {error.Message}");
        }
    }

    private async Task<(int Status, string Reason)> RunAsync(HttpContext context, string? name, ReadOnlyMemory<byte> body)
    {
        if (name is null)
        {
            var message = PitchlyMessage.Parse(body, _envelope);
            (name, body) = (message.Type, message.Data.Utf8.ToArray());
        }

        try
        {
            var callbacks = context.RequestServices.GetRequiredService<TCallbacks>();
            return await TCallbacks.ReceiveAsync(name, body, callbacks, context.RequestAborted).ConfigureAwait(false)
                ? (StatusCodes.Status204NoContent, "")
                : (StatusCodes.Status404NotFound, $"The schema does not define '{PitchlyName.Cut(name)}'.");
        }
        catch (Exception error) when (error is not (JsonException or OperationCanceledException))
        {
            ServerLog.CallbackFailed(Logger(context), PitchlyName.Cut(name), error);
            return (StatusCodes.Status500InternalServerError, "The callback failed. Send the request again later.");
        }
    }

    private string? Refusal(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var time = context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
        return _signature?.Problem(context.Request, body, options.Secrets!(context.RequestServices), time.GetUtcNow());
    }

    private static TimeSpan Window(PitchlyCallbackOptions options) =>
        options.ReplayWindow is not null && options.Signature.Timestamp is null
            ? throw new ArgumentException($"{nameof(options.ReplayWindow)} can't be enforced, because the signature has no timestamp.")
            : options.ReplayWindow ?? options.Signature.Timestamp?.Tolerance ?? Timeout.InfiniteTimeSpan;

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Pitchly.AspNetCore.Callbacks");
}
