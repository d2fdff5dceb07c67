using System.Net;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>Sends one request of an endpoint and reads its response. Every failure is a typed error.</summary>
internal sealed class HttpExchange(HttpClient http, PitchlyHttpOptions options)
{
    public const string Bearer = "Bearer";

    private const int OK = (int)HttpStatusCode.OK;

    /// <summary>Gets or sets the scheme of the header that contains the access token.</summary>
    public string Scheme { get; set; } = Bearer;

    private string Server => http.BaseAddress!.GetLeftPart(UriPartial.Authority);

    /// <summary>Sends a request and reads the value in its response; the type's default if there is nothing to read.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<T> ReadAsync<T>(
        PitchlyRequest request, Uri address, AccessToken? token, JsonReadFunc<T>? read, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(address, token, Scheme);
        using var answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request.Endpoint, answer, cancellationToken).ConfigureAwait(false);
        return Read(request.Endpoint, answer, body, read);
    }

    /// <summary>
    /// Sends a request and reads the whole response by its status. A status that <paramref name="results"/> contains is not a failure, not
    /// even 304.
    /// </summary>
    public async ValueTask<PitchlyResponse<T>> ReadResponseAsync<T>(
        PitchlyRequest request, Uri address, AccessToken? token, IReadOnlyList<PitchlyResult<T>> results,
        CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(address, token, Scheme);
        using var answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request.Endpoint, answer, cancellationToken).ConfigureAwait(false);
        var status = (int)answer.StatusCode;
        var result = results.Where(result => result.First <= status && status <= result.Last).MinBy(result => result.Last - result.First);
        if (result is null)
        {
            var read = results.FirstOrDefault(result => result.Read is not null)?.Read;
            return PitchlyResponse<T>.Of(answer, Read(request.Endpoint, answer, body, read));
        }

        try
        {
            return PitchlyResponse<T>.Of(answer, result.Read is null || body.IsEmpty ? default! : body.Read(result.Read));
        }
        catch (JsonException error)
        {
            throw AnswerFailures.OfSchema(answer, body, request.Endpoint.Failure)
                ?? AnswerFailures.Unexpected(request.Endpoint.Name, error, status, body.Text);
        }
    }

    /// <summary>Sends a request and reads its response as text.</summary>
    public async ValueTask<string> ReadTextAsync(
        PitchlyRequest request, Uri address, AccessToken? token, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(address, token, Scheme);
        using var answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request.Endpoint, answer, cancellationToken).ConfigureAwait(false);
        return answer.IsSuccessStatusCode ? body.Text : throw AnswerFailures.OfStatus(answer, body, request.Endpoint.Failure);
    }

    /// <summary>Sends a request and opens its response as a file, which uses the connection until it is disposed.</summary>
    public async ValueTask<PitchlyFile> OpenFileAsync(
        PitchlyRequest request, Uri address, AccessToken? token, CancellationToken cancellationToken)
    {
        var message = request.ToMessage(address, token, Scheme);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(request.Endpoint, answer, cancellationToken).ConfigureAwait(false);
                throw AnswerFailures.OfStatus(answer, body, request.Endpoint.Failure);
            }

            var headers = answer.Content.Headers;
            var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"');
            var stream = await answer.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new PitchlyFile(
                stream, name, headers.ContentType?.MediaType, new Owner(message, answer))
            { Length = headers.ContentLength };
        }
        catch
        {
            answer?.Dispose();
            message.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Sends a request and reads its response up to the first item, so that a refused token is detected while the call can still be
    /// repeated.
    /// </summary>
    public async ValueTask<JsonItems<T>> OpenAsync<T>(
        PitchlyRequest request, Uri address, AccessToken? token, JsonReadFunc<T> read, CancellationToken cancellationToken)
    {
        var message = request.ToMessage(address, token, Scheme);
        HttpResponseMessage? answer = null;
        JsonItems<T>? items = null;
        try
        {
            answer = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            if (!answer.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(request.Endpoint, answer, cancellationToken).ConfigureAwait(false);
                throw Failure(request.Endpoint, answer, body, read);
            }

            var operation = request.Endpoint as GraphQLOperation;
            var owner = new Owner(message, answer);
            items = await JsonItems<T>.OpenAsync(answer.Content, owner, read, operation, options, cancellationToken).ConfigureAwait(false);
            await MoveNextAsync(request.Endpoint, items, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Moves to the next item of a response.</summary>
    public async ValueTask<bool> MoveNextAsync<T>(PitchlyEndpoint endpoint, JsonItems<T> items, CancellationToken cancellationToken)
    {
        try
        {
            return await items.MoveNextAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw AnswerFailures.Unexpected(endpoint.Name, error, OK, body: "");
        }
        catch (Exception error) when (AnswerFailures.OfReading(Server, endpoint.Name, OK, error) is { } failure)
        {
            throw failure;
        }
    }

    private static T Read<T>(PitchlyEndpoint endpoint, HttpResponseMessage answer, AnswerBody body, JsonReadFunc<T>? read)
    {
        if (endpoint is GraphQLOperation operation && IsJson(answer))
        {
            return ReadGraphQL(operation, answer, body, read!);
        }

        if (!answer.IsSuccessStatusCode)
        {
            throw AnswerFailures.OfStatus(answer, body, endpoint.Failure);
        }

        try
        {
            return read is null ? default! : body.Read(read);
        }
        catch (JsonException error)
        {
            // Some servers report a failure with a success status.
            throw AnswerFailures.OfSchema(answer, body, endpoint.Failure)
                ?? AnswerFailures.Unexpected(endpoint.Name, error, (int)answer.StatusCode, body.Text);
        }
    }

    /// <summary>Reads a response of any status. Errors in its body take precedence.</summary>
    private static T ReadGraphQL<T>(GraphQLOperation operation, HttpResponseMessage answer, AnswerBody body, JsonReadFunc<T> read)
    {
        try
        {
            return GraphQLAnswer.Read(body.Utf8, operation, read, answer.IsSuccessStatusCode ? 0 : (int)answer.StatusCode);
        }
        catch (JsonException error)
        {
            throw answer.IsSuccessStatusCode
                ? AnswerFailures.Unexpected(operation.Name, error, (int)answer.StatusCode, body.Text)
                : AnswerFailures.OfStatus(answer, body, null);
        }
    }

    private static PitchlyException Failure<T>(PitchlyEndpoint endpoint, HttpResponseMessage answer, AnswerBody body, JsonReadFunc<T> read)
    {
        try
        {
            Read(endpoint, answer, body, read);
            return AnswerFailures.OfStatus(answer, body, endpoint.Failure);
        }
        catch (PitchlyException error)
        {
            return error;
        }
    }

    private static bool IsJson(HttpResponseMessage answer) =>
        answer.IsSuccessStatusCode
            || answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage message, Uri address, CancellationToken cancellationToken)
    {
        HttpResponseMessage answer;
        try
        {
            answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
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

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AnswerBody> ReadBodyAsync(
        PitchlyEndpoint endpoint, HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            return await AnswerBody.ReadAsync(answer.Content, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (AnswerFailures.OfReading(Server, endpoint.Name, (int)answer.StatusCode, error) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>A request and its response, which are disposed together.</summary>
    private sealed class Owner(HttpRequestMessage message, HttpResponseMessage answer) : IDisposable
    {
        public void Dispose()
        {
            answer.Dispose();
            message.Dispose();
        }
    }
}
