using System.Diagnostics;
using System.Runtime.CompilerServices;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>Sends the requests of generated clients, and turns answers into values or typed errors.</summary>
public sealed class PitchlyHttpPipeline
{
    private readonly HttpClient? _http;
    private readonly HttpExchange? _exchange;
    private readonly IAccessTokenProvider? _tokens;
    private readonly PitchlyHttpOptions _options = PitchlyHttpOptions.Default;
    private LastAddress? _last;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="http">Sends the requests; its base address is the server's address, with a path if the API is below one.</param>
    /// <param name="tokens">Gives access tokens, where the endpoints need one.</param>
    /// <param name="options">What the client allows; the defaults if not given.</param>
    /// <exception cref="ArgumentException">The client has no base address.</exception>
    public PitchlyHttpPipeline(HttpClient http, IAccessTokenProvider? tokens, PitchlyHttpOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null)
        {
            throw new ArgumentException(
                "Set the BaseAddress of the HttpClient to the server's origin, for example https://v2.pitchly.net.", nameof(http));
        }

        (_http, _tokens, _options) = (http, tokens, options ?? PitchlyHttpOptions.Default);
        _exchange = new HttpExchange(http, _options);
    }

    private PitchlyHttpPipeline()
    {
    }

    /// <summary>A pipeline for mocks, which never send.</summary>
    public static PitchlyHttpPipeline None { get; } = new();

    private HttpClient Http => _http ?? throw NothingToSend();

    private HttpExchange Exchange => _exchange ?? throw NothingToSend();

    /// <summary>Returns the address of a request.</summary>
    /// <exception cref="ArgumentException">A value can't be sent as it is.</exception>
    public Uri ToUri(PitchlyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestAddress.Of(RequestAddress.Prefix(Http.BaseAddress!), request.PathAndQuery);
    }

    /// <summary>Sends a request whose answer brings nothing.</summary>
    /// <exception cref="PitchlyException">The server refused, or can't be reached.</exception>
    public async ValueTask SendAsync(PitchlyRequest request, CancellationToken cancellationToken) =>
        await SendAsync<object?>(request, null!, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request whose answer brings a value.</summary>
    /// <exception cref="PitchlyException">The server refused, or can't be reached.</exception>
    public ValueTask<T> SendAsync<T>(PitchlyRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken) =>
        CallAsync<T, T>(
            request,
            read,
            static (exchange, request, address, token, read, cancellationToken) =>
                exchange.ReadAsync(request, address, token, read, cancellationToken),
            cancellationToken);

    /// <summary>Sends a request whose answer is a list, and reads its items while they arrive.</summary>
    /// <exception cref="PitchlyException">The server refused, or can't be reached; thrown while the items are read.</exception>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        PitchlyRequest request, JsonReadFunc<T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var items = await CallAsync<T, JsonItems<T>>(
            request,
            read,
            static (exchange, request, address, token, read, cancellationToken) =>
                exchange.OpenAsync(request, address, token, read, cancellationToken),
            cancellationToken).ConfigureAwait(false);
        while (items.HasCurrent)
        {
            yield return items.Current!;
            await Exchange.MoveNextAsync(request.Endpoint, items, cancellationToken).ConfigureAwait(false);
        }
    }

    private delegate ValueTask<TResult> Attempt<T, TResult>(
        HttpExchange exchange,
        PitchlyRequest request,
        Uri address,
        AccessToken? token,
        JsonReadFunc<T> read,
        CancellationToken cancellationToken);

    /// <summary>Makes a call; if Pitchly refuses the token, once more with another, provided that the call may be made twice.</summary>
    private async ValueTask<TResult> CallAsync<T, TResult>(
        PitchlyRequest request, JsonReadFunc<T> read, Attempt<T, TResult> tryAsync, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var endpoint = request.Endpoint;
        var exchange = Exchange;
        var address = AddressOf(request);
        using var activity = PitchlyTelemetry.Activities.StartActivity(endpoint.Name, ActivityKind.Client);
        var start = Stopwatch.GetTimestamp();
        PitchlyError? error = null;
        try
        {
            RefusePlainHttp(endpoint, address);
            var token = _tokens is null ? null : await _tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await tryAsync(exchange, request, address, token, read, cancellationToken).ConfigureAwait(false);
            }
            catch (PitchlyException refused) when (token is not null && refused.Error.IsTokenRefused)
            {
                _tokens!.Reject(token);
                var next = endpoint.IsIdempotent ? await _tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false) : token;
                if (next.Value.Equals(token.Value))
                {
                    throw;
                }

                return await tryAsync(exchange, request, address, next, read, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PitchlyException failed)
        {
            error = failed.Error;
            activity?.SetStatus(ActivityStatusCode.Error, error.Name);
            throw;
        }
        finally
        {
            PitchlyTelemetry.Called(endpoint.Name, Stopwatch.GetElapsedTime(start), error);
        }
    }

    /// <summary>Returns the address of a request; that of the last one where it is the same, as it is for all operations of GraphQL.</summary>
    private Uri AddressOf(PitchlyRequest request)
    {
        var pathAndQuery = request.PathAndQuery;
        var last = _last;
        if (last is null || last.PathAndQuery != pathAndQuery)
        {
            var prefix = last?.Prefix ?? RequestAddress.Prefix(Http.BaseAddress!);
            _last = last = new LastAddress(prefix, pathAndQuery, RequestAddress.Of(prefix, pathAndQuery));
        }

        return last.Address;
    }

    /// <summary>A credential goes over plain http to this machine alone (RFC 6749, section 3.2; RFC 6750, section 5.3).</summary>
    private void RefusePlainHttp(PitchlyEndpoint endpoint, Uri address)
    {
        var hasCredential = endpoint.CarriesSecret || _tokens is not null;
        if (hasCredential && PlainHttp.IsReadable(address) && !_options.AllowCredentialsOverHttp)
        {
            throw new PitchlyException(new PitchlyError(
                PitchlyErrorNames.InsecureAddress,
                $"{address.GetLeftPart(UriPartial.Authority)} is no https address, and the call would carry a credential that anyone on the "
                    + $"way could read. Use https, or set {nameof(PitchlyHttpOptions)}.{nameof(PitchlyHttpOptions.AllowCredentialsOverHttp)}.",
                PitchlyError.NoStatus));
        }
    }

    private static InvalidOperationException NothingToSend() => new("A mock can send nothing; override the method.");

    private sealed record LastAddress(string Prefix, string PathAndQuery, Uri Address);
}
