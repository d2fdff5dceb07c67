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
        using var response = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request.Endpoint, response, cancellationToken).ConfigureAwait(false);
        return Read(request.Endpoint, response, body, read);
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
        using var response = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request.Endpoint, response, cancellationToken).ConfigureAwait(false);
        var status = (int)response.StatusCode;
        var result = results.Where(result => result.First <= status && status <= result.Last).MinBy(result => result.Last - result.First);
        if (result is null)
        {
            var read = results.FirstOrDefault(result => result.Read is not null)?.Read;
            return PitchlyResponse<T>.Of(response, Read(request.Endpoint, response, body, read));
        }

        try
        {
            return PitchlyResponse<T>.Of(response, result.Read is null || body.IsEmpty ? default! : body.Read(result.Read));
        }
        catch (JsonException error)
        {
            throw ResponseExceptions.FromSchema(response, body, request.Endpoint.Failure)
                ?? ResponseExceptions.Unexpected(request.Endpoint.Name, error, status, body.Text);
        }
    }

    /// <summary>Sends a request and reads its response as text.</summary>
    public async ValueTask<string> ReadTextAsync(
        PitchlyRequest request, Uri address, AccessToken? token, CancellationToken cancellationToken)
    {
        using var message = request.ToMessage(address, token, Scheme);
        using var response = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request.Endpoint, response, cancellationToken).ConfigureAwait(false);
        return response.IsSuccessStatusCode ? body.Text : throw ResponseExceptions.FromStatus(response, body, request.Endpoint.Failure);
    }

    /// <summary>Sends a request and opens its response as a file, which uses the connection until it is disposed.</summary>
    public async ValueTask<PitchlyFile> OpenFileAsync(
        PitchlyRequest request, Uri address, AccessToken? token, CancellationToken cancellationToken)
    {
        var message = request.ToMessage(address, token, Scheme);
        HttpResponseMessage? response = null;
        try
        {
            response = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(request.Endpoint, response, cancellationToken).ConfigureAwait(false);
                throw ResponseExceptions.FromStatus(response, body, request.Endpoint.Failure);
            }

            var headers = response.Content.Headers;
            var name = headers.ContentDisposition?.FileNameStar ?? headers.ContentDisposition?.FileName?.Trim('"');
            var stream = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
            return new PitchlyFile(
                stream, name, headers.ContentType?.MediaType, new Owner(message, response))
            { Length = headers.ContentLength };
        }
        catch
        {
            response?.Dispose();
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
        HttpResponseMessage? response = null;
        JsonItems<T>? items = null;
        try
        {
            response = await SendAsync(message, address, cancellationToken).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
            {
                using var body = await ReadBodyAsync(request.Endpoint, response, cancellationToken).ConfigureAwait(false);
                throw Failure(request.Endpoint, response, body, read);
            }

            var operation = request.Endpoint as GraphQLOperation;
            var owner = new Owner(message, response);
            items = await JsonItems<T>.OpenAsync(response.Content, owner, read, operation, options, cancellationToken)
                .ConfigureAwait(false);
            await MoveNextAsync(request.Endpoint, items, cancellationToken).ConfigureAwait(false);
            return items;
        }
        catch
        {
            items?.Dispose();
            response?.Dispose();
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
            throw ResponseExceptions.Unexpected(endpoint.Name, error, OK, body: "");
        }
        catch (Exception error) when (ResponseExceptions.FromReadError(Server, endpoint.Name, OK, error) is { } failure)
        {
            throw failure;
        }
    }

    private static T Read<T>(PitchlyEndpoint endpoint, HttpResponseMessage response, ResponseBody body, JsonReadFunc<T>? read)
    {
        if (endpoint is GraphQLOperation operation && IsJson(response))
        {
            return ReadGraphQL(operation, response, body, read!);
        }

        if (!response.IsSuccessStatusCode)
        {
            throw ResponseExceptions.FromStatus(response, body, endpoint.Failure);
        }

        try
        {
            return read is null ? default! : body.Read(read);
        }
        catch (JsonException error)
        {
            // Some servers report a failure with a success status.
            throw ResponseExceptions.FromSchema(response, body, endpoint.Failure)
                ?? ResponseExceptions.Unexpected(endpoint.Name, error, (int)response.StatusCode, body.Text);
        }
    }

    /// <summary>Reads a response of any status. Errors in its body take precedence.</summary>
    private static T ReadGraphQL<T>(GraphQLOperation operation, HttpResponseMessage response, ResponseBody body, JsonReadFunc<T> read)
    {
        try
        {
            return GraphQLResponse.Read(body.Utf8, operation, read, response.IsSuccessStatusCode ? 0 : (int)response.StatusCode);
        }
        catch (JsonException error)
        {
            throw response.IsSuccessStatusCode
                ? ResponseExceptions.Unexpected(operation.Name, error, (int)response.StatusCode, body.Text)
                : ResponseExceptions.FromStatus(response, body, null);
        }
    }

    private static PitchlyException Failure<T>(
        PitchlyEndpoint endpoint, HttpResponseMessage response, ResponseBody body, JsonReadFunc<T> read)
    {
        try
        {
            Read(endpoint, response, body, read);
            return ResponseExceptions.FromStatus(response, body, endpoint.Failure);
        }
        catch (PitchlyException error)
        {
            return error;
        }
    }

    private static bool IsJson(HttpResponseMessage response) =>
        response.IsSuccessStatusCode
            || response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.OrdinalIgnoreCase) == true;

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage message, Uri address, CancellationToken cancellationToken)
    {
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        catch (HttpRequestException error)
        {
            throw ResponseExceptions.CouldNotConnect($"Could not connect to {Server}: {error.Message}", error);
        }
        catch (OperationCanceledException error) when (!cancellationToken.IsCancellationRequested)
        {
            throw ResponseExceptions.CouldNotConnect($"Could not connect to {Server}: The call timed out.", error);
        }

        try
        {
            Redirects.Check(address, response);
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ResponseBody> ReadBodyAsync(
        PitchlyEndpoint endpoint, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return await ResponseBody.ReadAsync(response.Content, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (
            ResponseExceptions.FromReadError(Server, endpoint.Name, (int)response.StatusCode, error) is { } failure)
        {
            throw failure;
        }
    }

    /// <summary>A request and its response, which are disposed together.</summary>
    private sealed class Owner(HttpRequestMessage message, HttpResponseMessage response) : IDisposable
    {
        public void Dispose()
        {
            response.Dispose();
            message.Dispose();
        }
    }
}
