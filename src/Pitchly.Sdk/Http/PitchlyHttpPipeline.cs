using System.Diagnostics;
using System.Net.Http.Headers;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>Sends the requests of generated clients, and converts responses into values or typed errors.</summary>
public sealed partial class PitchlyHttpPipeline
{
    private readonly HttpClient? _http;
    private readonly HttpExchange? _exchange;
    private readonly IAccessTokenProvider? _tokens;
    private readonly PitchlyHttpOptions _options = PitchlyHttpOptions.Default;
    private readonly IReadOnlyList<PitchlyKey> _keys = [];
    private LastAddress? _last;

    /// <summary>Creates a pipeline.</summary>
    /// <param name="http">
    /// The HTTP client that sends the requests. Its base address is the server's address, including a path if the API has one.
    /// </param>
    /// <param name="tokens">The provider of access tokens, if the endpoints need one.</param>
    /// <param name="options">The options; the defaults if <see langword="null"/>.</param>
    /// <param name="keys">
    /// The secrets that identify the client to the server in addition to the access token. Null entries are ignored.
    /// </param>
    /// <exception cref="ArgumentException">The HTTP client has no base address.</exception>
    public PitchlyHttpPipeline(
        HttpClient http, IAccessTokenProvider? tokens, PitchlyHttpOptions? options = null, IEnumerable<PitchlyKey?>? keys = null)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null)
        {
            throw new ArgumentException(
                "Set the BaseAddress of the HttpClient to the server's origin, for example https://v2.pitchly.net.", nameof(http));
        }

        (_http, _tokens, _options) = (http, tokens, options ?? PitchlyHttpOptions.Default);
        _exchange = new HttpExchange(http, _options);
        _keys = [.. (keys ?? []).OfType<PitchlyKey>()];
    }

    private PitchlyHttpPipeline()
    {
    }

    /// <summary>Gets a pipeline for mocks, which can't send requests.</summary>
    public static PitchlyHttpPipeline None { get; } = new();

    /// <summary>
    /// Gets the scheme of the <c>Authorization</c> header that contains the access token. The default is <c>Bearer</c> (RFC 6750, section
    /// 2.1).
    /// </summary>
    /// <exception cref="FormatException">The value is not a valid HTTP token (RFC 9110, section 5.6.2).</exception>
    public string AuthorizationScheme
    {
        get => _exchange?.Scheme ?? HttpExchange.Bearer;
        init => Exchange.Scheme = new AuthenticationHeaderValue(value).Scheme;
    }

    private HttpClient Http => _http ?? throw NothingToSend();

    private HttpExchange Exchange => _exchange ?? throw NothingToSend();

    /// <summary>Returns the address of a request.</summary>
    /// <exception cref="ArgumentException">A value can't be sent unchanged.</exception>
    public Uri ToUri(PitchlyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RequestAddress.Of(RequestAddress.Prefix(Http.BaseAddress!), request.PathAndQuery);
    }

    /// <summary>Sends a request whose response has no value.</summary>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached.</exception>
    public async ValueTask SendAsync(PitchlyRequest request, CancellationToken cancellationToken) =>
        await SendAsync(request, (JsonReadFunc<object?>)null!, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request and returns the value in its response.</summary>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached.</exception>
    public ValueTask<T> SendAsync<T>(PitchlyRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken) =>
        CallAsync<JsonReadFunc<T>, T>(
            request,
            read,
            static (exchange, request, address, token, read, cancellationToken) =>
                exchange.ReadAsync(request, address, token, read, cancellationToken),
            cancellationToken);

    /// <summary>Sends a request and returns the value in its response, whose type depends on the status.</summary>
    /// <typeparam name="T">The common type of all values.</typeparam>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached.</exception>
    public async ValueTask<T> SendAsync<T>(
        PitchlyRequest request, IReadOnlyList<PitchlyResult<T>> results, CancellationToken cancellationToken) =>
        (await SendForResponseAsync(request, results, cancellationToken).ConfigureAwait(false)).Body;

    /// <summary>Sends a request and returns the whole response, with its status and headers.</summary>
    /// <typeparam name="T">The common type of all values.</typeparam>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached.</exception>
    public ValueTask<PitchlyResponse<T>> SendForResponseAsync<T>(
        PitchlyRequest request, IReadOnlyList<PitchlyResult<T>> results, CancellationToken cancellationToken) =>
        CallAsync<IReadOnlyList<PitchlyResult<T>>, PitchlyResponse<T>>(
            request,
            results,
            static (exchange, request, address, token, results, cancellationToken) =>
                exchange.ReadResponseAsync(request, address, token, results, cancellationToken),
            cancellationToken);

    /// <summary>Sends a request and returns its response as text.</summary>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached.</exception>
    public ValueTask<string> SendForTextAsync(PitchlyRequest request, CancellationToken cancellationToken) =>
        CallAsync<object?, string>(
            request,
            null,
            static (exchange, request, address, token, _, cancellationToken) =>
                exchange.ReadTextAsync(request, address, token, cancellationToken),
            cancellationToken);

    /// <summary>Sends a request and returns its response as a file, which the caller reads from the connection.</summary>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached.</exception>
    public ValueTask<PitchlyFile> SendForFileAsync(PitchlyRequest request, CancellationToken cancellationToken) =>
        CallAsync<object?, PitchlyFile>(
            request,
            null,
            static (exchange, request, address, token, _, cancellationToken) =>
                exchange.OpenFileAsync(request, address, token, cancellationToken),
            cancellationToken);

    private delegate ValueTask<TResult> Attempt<TState, TResult>(
        HttpExchange exchange,
        PitchlyRequest request,
        Uri address,
        AccessToken? token,
        TState state,
        CancellationToken cancellationToken);

    /// <summary>
    /// Makes a call. If the server refuses the token and the endpoint is idempotent, repeats the call once with another token.
    /// </summary>
    private async ValueTask<TResult> CallAsync<TState, TResult>(
        PitchlyRequest request, TState state, Attempt<TState, TResult> tryAsync, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var endpoint = request.Endpoint;
        var exchange = Exchange;
        if (_keys.Count > 0)
        {
            PitchlyKey.AddTo(request, _keys);
        }

        var address = AddressOf(request);
        using var activity = PitchlyTelemetry.Activities.StartActivity(endpoint.Name, ActivityKind.Client);
        var start = Stopwatch.GetTimestamp();
        PitchlyError? error = null;
        try
        {
            RefusePlainHttp(endpoint, address);
            var token = _tokens is null
                || endpoint.IsAnonymous
                ? null
                : await _tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await tryAsync(exchange, request, address, token, state, cancellationToken).ConfigureAwait(false);
            }
            catch (PitchlyException refused) when (token is not null && refused.Error.IsTokenRefused)
            {
                _tokens!.Reject(token);
                var next = endpoint.IsIdempotent ? await _tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false) : token;
                if (next.Value.Equals(token.Value))
                {
                    throw;
                }

                return await tryAsync(exchange, request, address, next, state, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Returns the address of a request. Reuses the last address if it is the same, as it is for all GraphQL operations.</summary>
    private Uri AddressOf(PitchlyRequest request)
    {
        var pathAndQuery = request.PathAndQuery;
        if (request.Followed is { } followed)
        {
            return RequestAddress.Of(followed.GetLeftPart(UriPartial.Authority), pathAndQuery);
        }

        var last = _last;
        if (last is null || last.PathAndQuery != pathAndQuery)
        {
            var prefix = last?.Prefix ?? RequestAddress.Prefix(Http.BaseAddress!);
            _last = last = new LastAddress(prefix, pathAndQuery, RequestAddress.Of(prefix, pathAndQuery));
        }

        return last.Address;
    }

    /// <summary>Credentials are sent over plain http only to this machine (RFC 6749, section 3.2; RFC 6750, section 5.3).</summary>
    private void RefusePlainHttp(PitchlyEndpoint endpoint, Uri address)
    {
        var hasCredential = endpoint.CarriesSecret || (_tokens is not null && !endpoint.IsAnonymous) || (
            _keys.Count > 0 && endpoint.Keys.Count > 0);
        if (hasCredential && PlainHttp.IsUnprotected(address) && !_options.AllowCredentialsOverHttp)
        {
            throw new PitchlyException(new PitchlyError(
                PitchlyErrorNames.InsecureAddress,
                $"{address.GetLeftPart(UriPartial.Authority)} is not an https address, and the request would send a credential that anyone "
                    + "on the network path could read. Use https, or set "
                    + $"{nameof(PitchlyHttpOptions)}.{nameof(PitchlyHttpOptions.AllowCredentialsOverHttp)}.",
                PitchlyError.NoStatus));
        }
    }

    private static InvalidOperationException NothingToSend() => new("A mock can't send requests. Override the method.");

    private sealed record LastAddress(string Prefix, string PathAndQuery, Uri Address);
}
