using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Pitchly.Json;
using Pitchly.OAuth;

namespace Pitchly.Http;

/// <summary>Sends the requests of generated clients, and turns answers into values or typed errors.</summary>
public sealed class PitchlyHttpPipeline
{
    private readonly HttpClient? _http;
    private readonly IAccessTokenProvider? _tokens;

    /// <summary>Makes a pipeline.</summary>
    /// <param name="http">Sends the requests; its base address is the server's origin.</param>
    /// <param name="tokens">Gives access tokens, where the endpoints need one.</param>
    /// <exception cref="ArgumentException">The client has no base address.</exception>
    public PitchlyHttpPipeline(HttpClient http, IAccessTokenProvider? tokens)
    {
        ArgumentNullException.ThrowIfNull(http);
        if (http.BaseAddress is null)
        {
            throw new ArgumentException("Set the BaseAddress of the HttpClient to the server's origin, for example https://v2.pitchly.net.", nameof(http));
        }

        (_http, _tokens) = (http, tokens);
    }

    private PitchlyHttpPipeline()
    {
    }

    /// <summary>A pipeline for mocks, which never send.</summary>
    public static PitchlyHttpPipeline None { get; } = new();

    private HttpClient Http => _http ?? throw new InvalidOperationException("A mock can send nothing; override the method.");

    /// <summary>The address of a request.</summary>
    public Uri ToUri(PitchlyRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request.ToUri(Http.BaseAddress);
    }

    /// <summary>Sends a request whose answer brings nothing.</summary>
    public async ValueTask SendAsync(PitchlyRequest request, CancellationToken cancellationToken) =>
        await SendAsync<object?, object?>(request, null, null, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request whose answer brings nothing, but whose failure says why.</summary>
    public async ValueTask SendOrThrowAsync<TFailure>(PitchlyRequest request, JsonReadFunc<TFailure> readFailure, CancellationToken cancellationToken) =>
        await SendAsync<object?, TFailure>(request, null, readFailure, cancellationToken).ConfigureAwait(false);

    /// <summary>Sends a request whose answer brings a value.</summary>
    public ValueTask<T> SendAsync<T>(PitchlyRequest request, JsonReadFunc<T> read, CancellationToken cancellationToken) =>
        SendAsync<T, object?>(request, read, null, cancellationToken);

    /// <summary>Sends a request whose answer brings a value, or says why not.</summary>
    public ValueTask<T> SendAsync<T, TFailure>(
        PitchlyRequest request, JsonReadFunc<T>? read, JsonReadFunc<TFailure>? readFailure, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return CallAsync(request.Name, request.IsIdempotent, token => TryAsync(token), cancellationToken);

        async Task<T> TryAsync(AccessToken? token)
        {
            using var message = request.ToMessage(token);
            using var answer = await SendAsync(message, cancellationToken).ConfigureAwait(false);
            var body = await ReadBodyAsync(answer, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                throw ToException(answer, body, readFailure);
            }

            return read is null ? default! : Read(request.Name, body, read, (int)answer.StatusCode);
        }
    }

    /// <summary>Sends a GraphQL operation.</summary>
    public ValueTask<T> GraphQLAsync<T>(
        GraphQLOperation operation, Action<Utf8JsonWriter> writeVariables, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(operation);
        ArgumentNullException.ThrowIfNull(writeVariables);
        return CallAsync(operation.Name, operation.IsIdempotent, token => TryAsync(token), cancellationToken);

        async Task<T> TryAsync(AccessToken? token)
        {
            var request = new PitchlyRequest(operation.Name, HttpMethod.Post, operation.Path, operation.IsIdempotent)
                .Json(writer => WriteOperation(writer, operation, writeVariables, token));
            using var message = request.ToMessage(operation.CredentialVariable is null ? token : null);
            using var answer = await SendAsync(message, cancellationToken).ConfigureAwait(false);
            var body = await ReadBodyAsync(answer, cancellationToken).ConfigureAwait(false);
            return ReadGraphQL(operation, answer, body, read);
        }
    }

    /// <summary>Makes a call; if Pitchly refuses the token, once more with another, provided that the call may be made twice.</summary>
    private async ValueTask<T> CallAsync<T>(string name, bool isIdempotent, Func<AccessToken?, Task<T>> tryAsync, CancellationToken cancellationToken)
    {
        using var activity = PitchlyTelemetry.Activities.StartActivity(name, ActivityKind.Client);
        var start = Stopwatch.GetTimestamp();
        PitchlyError? error = null;
        try
        {
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

    private static T ReadGraphQL<T>(GraphQLOperation operation, HttpResponseMessage answer, byte[] body, JsonReadFunc<T> read)
    {
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;
        if (!answer.IsSuccessStatusCode && !isJson)
        {
            throw ToException<object?>(answer, body, null);
        }

        try
        {
            return GraphQLAnswer.Read(body, operation, read, answer.IsSuccessStatusCode ? 0 : (int)answer.StatusCode);
        }
        catch (JsonException error)
        {
            throw answer.IsSuccessStatusCode
                ? UnexpectedAnswer(operation.Name, error, (int)answer.StatusCode)
                : ToException<object?>(answer, body, null);
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

    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        try
        {
            return await Http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw CouldNotConnect($"Could not connect to {Server}: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw CouldNotConnect($"Could not connect to {Server}: The call timed out.", error);
        }
    }

    /// <summary>Reads a body within the time-out of the client, which itself covers no more than the headers.</summary>
    private async ValueTask<byte[]> ReadBodyAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(Http.Timeout);
        try
        {
            return await answer.Content.ReadAsByteArrayAsync(wait.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            throw CouldNotConnect($"The connection to {Server} was lost before the end of the answer: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw CouldNotConnect($"The answer of {Server} did not end within {Http.Timeout}.", error);
        }
    }

    private static T Read<T>(string name, byte[] body, JsonReadFunc<T> read, int status)
    {
        try
        {
            return Read(body, read);
        }
        catch (JsonException error)
        {
            throw UnexpectedAnswer(name, error, status);
        }
    }

    private static T Read<T>(byte[] body, JsonReadFunc<T> read)
    {
        var reader = new Utf8JsonReader(body);
        reader.Read();
        return read(ref reader);
    }

    private static PitchlyException ToException<TFailure>(HttpResponseMessage answer, byte[] body, JsonReadFunc<TFailure>? readFailure)
    {
        var status = (int)answer.StatusCode;
        var retryAfter = RetryAfter(answer.Headers.RetryAfter);
        if (readFailure is not null)
        {
            try
            {
                var failure = Read(body, readFailure);
                return new PitchlyHttpException<TFailure>(ToError(failure, status), failure) { RetryAfter = retryAfter };
            }
            catch (JsonException)
            {
                // The answer is not in the promised form (a proxy's page, perhaps), so its status has to tell.
            }
        }

        return new PitchlyException(new PitchlyError($"http-{status}", $"The server answered {status} {answer.ReasonPhrase}.", status)) { RetryAfter = retryAfter };
    }

    private static PitchlyError ToError<TFailure>(TFailure failure, int status) => failure switch
    {
        PitchlyError error => error,
        OAuthError error => new PitchlyError(error.Error, error.ErrorDescription ?? $"The server refused with '{error.Error}'.", status),
        _ => new PitchlyError($"http-{status}", $"The server answered {status}.", status),
    };

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header) =>
        header?.Delta ?? (header?.Date is { } date ? date - DateTimeOffset.UtcNow : null);

    private string Server => Http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    private static PitchlyException CouldNotConnect(string reason, Exception cause) =>
        new(new PitchlyError(PitchlyErrorNames.CouldNotConnect, reason.TrimEnd('.') + ".", 0), cause);

    private static PitchlyException UnexpectedAnswer(string name, JsonException error, int status) => new(
        new PitchlyError(PitchlyErrorNames.UnexpectedAnswer, $"The answer to {name} is not what the schema says. {error.Message}", status),
        error);
}
