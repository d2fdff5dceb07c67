using System.Diagnostics;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>Sends the requests of generated clients, and turns answers into values or typed errors.</summary>
public sealed class PitchlyHttpPipeline
{
    private const int OK = (int)HttpStatusCode.OK;

    private readonly HttpClient? _http;
    private readonly IAccessTokenProvider? _tokens;
    private readonly PitchlyHttpOptions _options = PitchlyHttpOptions.Default;

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
    }

    private PitchlyHttpPipeline()
    {
    }

    /// <summary>A pipeline for mocks, which never send.</summary>
    public static PitchlyHttpPipeline None { get; } = new();

    private HttpClient Http => _http ?? throw new InvalidOperationException("A mock can send nothing; override the method.");

    private Uri BaseAddress => Http.BaseAddress!;

    /// <summary>The address of a request.</summary>
    /// <exception cref="ArgumentException">A value can't be sent as it is.</exception>
    public Uri ToUri(PitchlyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ToUri(BaseAddress);
    }

    /// <summary>Sends a request whose answer brings nothing.</summary>
    public async ValueTask SendAsync(PitchlyRequest request, CancellationToken cancellationToken) =>
        await SendAsync<object?, object?>(request, null, null, StatusRange.Default, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request whose answer brings nothing, but whose failure says why.</summary>
    public async ValueTask SendOrThrowAsync<TFailure>(
        PitchlyRequest request, JsonReadFunc<TFailure> readFailure, StatusRange failures, CancellationToken cancellationToken) =>
        await SendAsync<object?, TFailure>(request, null, readFailure, failures, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request whose answer brings a value.</summary>
    public ValueTask<T> SendAsync<T>(PitchlyRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken) =>
        SendAsync<T, object?>(request, read, null, StatusRange.Default, cancellationToken);

    /// <summary>Sends a request whose answer brings a value, or says why not.</summary>
    public ValueTask<T> SendAsync<T, TFailure>(
        PitchlyRequest request,
        JsonReadFunc<T>? read,
        JsonReadFunc<TFailure>? readFailure,
        StatusRange failures,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.ToUri(BaseAddress);
        return CallAsync(request.Name, address, request.IsIdempotent, request.CarriesSecret, TryAsync, cancellationToken);

        async Task<T> TryAsync(AccessToken? token)
        {
            using var message = request.ToMessage(address, token);
            using var answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            using var body = await ReadBodyAsync(request.Name, answer, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                throw AnswerFailures.OfStatus(answer, body, readFailure, failures);
            }

            try
            {
                return read is null ? default! : body.Read(read);
            }
            catch (JsonException error)
            {
                // Some servers tell of a failure with a status of success.
                throw AnswerFailures.OfSchema(answer, body, readFailure, failures)
                    ?? AnswerFailures.Unexpected(request.Name, error, (int)answer.StatusCode, body.Text);
            }
        }
    }

    /// <summary>Sends a GraphQL operation.</summary>
    public ValueTask<T> GraphQLAsync<T>(
        GraphQLOperation operation, Action<Utf8JsonWriter> writeVariables, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(writeVariables);
        var start = new PitchlyRequest(operation.Name, HttpMethod.Post, operation.Path, operation.IsIdempotent, operation.CarriesSecret);
        var address = start.ToUri(BaseAddress);
        return CallAsync(operation.Name, address, operation.IsIdempotent, operation.CarriesSecret, TryAsync, cancellationToken);

        async Task<T> TryAsync(AccessToken? token)
        {
            var request = start.Json(writer => WriteOperation(writer, operation, writeVariables, token));
            using var message = request.ToMessage(address, operation.CredentialVariable is null ? token : null);
            using var answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            using var body = await ReadBodyAsync(operation.Name, answer, cancellationToken).ConfigureAwait(false);
            return ReadGraphQL(operation, answer, body, read);
        }
    }

    /// <summary>Sends a request whose answer is a list, and reads its items while they arrive.</summary>
    public IAsyncEnumerable<T> StreamAsync<T>(PitchlyRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken) =>
        StreamAsync<T, object?>(request, read, null, StatusRange.Default, cancellationToken);

    /// <summary>Sends a request whose answer is a list or says why not, and reads its items while they arrive.</summary>
    public IAsyncEnumerable<T> StreamAsync<T, TFailure>(
        PitchlyRequest request,
        JsonReadFunc<T> read,
        JsonReadFunc<TFailure>? readFailure,
        StatusRange failures,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var address = request.ToUri(BaseAddress);
        return StreamAsync(request.Name, address, request.IsIdempotent, request.CarriesSecret, OpenAsync, cancellationToken);

        Task<JsonItems<T>> OpenAsync(AccessToken? token, CancellationToken cancellationToken) =>
            OpenItemsAsync(request.ToMessage(address, token), address, read, null, readFailure, failures, request.Name, cancellationToken);
    }

    /// <summary>Sends a GraphQL operation whose result is a list, and reads its items while they arrive.</summary>
    public IAsyncEnumerable<T> GraphQLStreamAsync<T>(
        GraphQLOperation operation, Action<Utf8JsonWriter> writeVariables, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(writeVariables);
        var start = new PitchlyRequest(operation.Name, HttpMethod.Post, operation.Path, operation.IsIdempotent, operation.CarriesSecret);
        var address = start.ToUri(BaseAddress);
        return StreamAsync(operation.Name, address, operation.IsIdempotent, operation.CarriesSecret, OpenAsync, cancellationToken);

        Task<JsonItems<T>> OpenAsync(AccessToken? token, CancellationToken cancellationToken)
        {
            var request = start.Json(writer => WriteOperation(writer, operation, writeVariables, token));
            var message = request.ToMessage(address, operation.CredentialVariable is null ? token : null);
            return OpenItemsAsync<T, object?>(message, address, read, operation, null, StatusRange.Default, operation.Name, cancellationToken);
        }
    }

    private async IAsyncEnumerable<T> StreamAsync<T>(
        string name,
        Uri address,
        bool isIdempotent,
        bool carriesSecret,
        Func<AccessToken?, CancellationToken, Task<JsonItems<T>>> openAsync,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var items = await CallAsync(
            name, address, isIdempotent, carriesSecret, token => openAsync(token, cancellationToken), cancellationToken).ConfigureAwait(false);
        while (items.HasCurrent)
        {
            yield return items.Current!;
            await MoveNextAsync(name, items, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Opens an answer up to its first item, so that a refused token is noticed while the call can still be made again.</summary>
    private async Task<JsonItems<T>> OpenItemsAsync<T, TFailure>(
        HttpRequestMessage message,
        Uri address,
        JsonReadFunc<T> read,
        GraphQLOperation? operation,
        JsonReadFunc<TFailure>? readFailure,
        StatusRange failures,
        string name,
        CancellationToken cancellationToken)
    {
        HttpResponseMessage? answer = null;
        JsonItems<T>? items = null;
        try
        {
            answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(name, answer, cancellationToken).ConfigureAwait(false);
                throw operation is null
                    ? AnswerFailures.OfStatus(answer, body, readFailure, failures)
                    : GraphQLFailure(operation, answer, body, read);
            }

            var exchange = new Exchange(message, answer);
            items = await JsonItems<T>.OpenAsync(answer.Content, exchange, read, operation, _options, cancellationToken).ConfigureAwait(false);
            await MoveNextAsync(name, items, cancellationToken).ConfigureAwait(false);
            return items;
        }
        catch
        {
            items?.Dispose();
            answer?.Dispose();
            message.Dispose();
            throw;
        }
    }

    private async ValueTask<bool> MoveNextAsync<T>(string name, JsonItems<T> items, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw AnswerFailures.Unexpected(name, error, OK, body: "");
        }
        catch (Exception error) when (AnswerFailures.OfReading(Server, name, OK, error) is { } failure)
        {
            throw failure;
        }
    }

    private static Exception GraphQLFailure<T>(GraphQLOperation operation, HttpResponseMessage answer, AnswerBody body, JsonReadFunc<T> read)
    {
        try
        {
            ReadGraphQL(operation, answer, body, read);
            return AnswerFailures.OfStatus<object?>(answer, body, null, StatusRange.Default);
        }
        catch (PitchlyException error)
        {
            return error;
        }
    }

    /// <summary>Makes a call; if Pitchly refuses the token, once more with another, provided that the call may be made twice.</summary>
    private async ValueTask<T> CallAsync<T>(
        string name,
        Uri address,
        bool isIdempotent,
        bool carriesSecret,
        Func<AccessToken?, Task<T>> tryAsync,
        CancellationToken cancellationToken)
    {
        using var activity = PitchlyTelemetry.Activities.StartActivity(name, ActivityKind.Client);
        var start = Stopwatch.GetTimestamp();
        PitchlyError? error = null;
        try
        {
            if (carriesSecret || _tokens is not null)
            {
                RefusePlainHttp(address);
            }

            var token = _tokens is null ? null : await _tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                return await tryAsync(token).ConfigureAwait(false);
            }
            catch (PitchlyException refused) when (token is not null && refused.Error.IsTokenRefused)
            {
                _tokens!.Reject(token);
                var next = isIdempotent ? await _tokens.GetAccessTokenAsync(cancellationToken).ConfigureAwait(false) : token;
                if (next.Value.Equals(token.Value))
                {
                    throw;
                }

                return await tryAsync(next).ConfigureAwait(false);
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
            PitchlyTelemetry.Called(name, Stopwatch.GetElapsedTime(start), error);
        }
    }

    private static T ReadGraphQL<T>(GraphQLOperation operation, HttpResponseMessage answer, AnswerBody body, JsonReadFunc<T> read)
    {
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        if (!answer.IsSuccessStatusCode && !isJson)
        {
            throw AnswerFailures.OfStatus<object?>(answer, body, null, StatusRange.Default);
        }

        try
        {
            return GraphQLAnswer.Read(body.Utf8, operation, read, answer.IsSuccessStatusCode ? 0 : (int)answer.StatusCode);
        }
        catch (JsonException error)
        {
            throw answer.IsSuccessStatusCode
                ? AnswerFailures.Unexpected(operation.Name, error, (int)answer.StatusCode, body.Text)
                : AnswerFailures.OfStatus<object?>(answer, body, null, StatusRange.Default);
        }
    }

    private static void WriteOperation(Utf8JsonWriter writer, GraphQLOperation operation, Action<Utf8JsonWriter> writeVariables, AccessToken? token)
    {
        writer.WriteStartObject();
        writer.WriteString("operationName"u8, operation.Name);
        writer.WriteString("query"u8, operation.Query);
        writer.WriteStartObject("variables"u8);
        if (operation.CredentialVariable is { } variable && token is not null)
        {
            writer.WriteString(variable, token.Value.Reveal());
        }

        writeVariables(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <summary>A credential goes over plain http to this machine alone (RFC 6749, section 3.2; RFC 6750, section 5.3).</summary>
    private void RefusePlainHttp(Uri address)
    {
        if (PlainHttp.IsReadable(address) && !_options.AllowCredentialsOverHttp)
        {
            throw new PitchlyException(new PitchlyError(
                PitchlyErrorNames.InsecureAddress,
                $"{Server} is no https address, and the call would carry a credential that anyone on the way could read. "
                    + $"Use https, or set {nameof(PitchlyHttpOptions)}.{nameof(PitchlyHttpOptions.AllowCredentialsOverHttp)}.",
                PitchlyError.NoStatus));
        }
    }

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage message, Uri address, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw AnswerFailures.CouldNotConnect($"Could not connect to {Server}: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw AnswerFailures.CouldNotConnect($"Could not connect to {Server}: The call timed out.", error);
        }

        try
        {
            Redirects.Check(address, answer);
            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async ValueTask<AnswerBody> ReadBodyAsync(string name, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerBody.ReadAsync(answer.Content, _options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (AnswerFailures.OfReading(Server, name, (int)answer.StatusCode, error) is { } failure)
        {
            throw failure;
        }
    }

    private string Server => BaseAddress.GetLeftPart(UriPartial.Authority);

    /// <summary>A request and its answer, which are disposed of together.</summary>
    private sealed class Exchange(HttpRequestMessage message, HttpResponseMessage answer) : IDisposable
    {
        public void Dispose()
        {
            answer.Dispose();
            message.Dispose();
        }
    }
}
