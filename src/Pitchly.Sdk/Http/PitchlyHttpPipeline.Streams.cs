using System.Runtime.CompilerServices;
using System.Text.Json;
using Pitchly.Json;
using Pitchly.Subscriptions;

namespace Pitchly.Http;

/// <content>Responses whose values are read while they arrive: lists, lines, events, pages and subscriptions.</content>
public sealed partial class PitchlyHttpPipeline
{
    private const int OK = 200, LastSuccess = 299;

    /// <summary>Sends a request whose response has one JSON value in each line, or in each server-sent event.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="PitchlyException">
    /// The server refused the request, or can't be reached. Thrown while the values are read.
    /// </exception>
    public async IAsyncEnumerable<T> StreamLinesAsync<T>(
        PitchlyRequest request, JsonReadFunc<T> read, bool isEvents, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var file = await SendForFileAsync(request, cancellationToken).ConfigureAwait(false);
        await using (file.ConfigureAwait(false))
        {
            var values = JsonLines.ReadAsync(
                file.Content, read, isEvents, _options.MaximumResponseBytes, cancellationToken).GetAsyncEnumerator(cancellationToken);
            await using (values.ConfigureAwait(false))
            {
                while (await MoveNextAsync(request.Endpoint, values).ConfigureAwait(false))
                {
                    yield return values.Current;
                }
            }
        }
    }

    /// <summary>Sends a request whose response is a list, and reads the items while they arrive.</summary>
    /// <exception cref="PitchlyException">The server refused the request, or can't be reached. Thrown while the items are read.</exception>
    public async IAsyncEnumerable<T> StreamAsync<T>(
        PitchlyRequest request, JsonReadFunc<T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var items = await CallAsync<JsonReadFunc<T>, JsonItems<T>>(
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

    /// <summary>Sends a request for a list in pages, and reads the items of all pages. Only one page is in memory at a time.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="request">The request for the first page.</param>
    /// <param name="paging">How the next pages are requested.</param>
    /// <param name="read">A delegate that reads an item.</param>
    /// <param name="cancellationToken">A token to cancel the reading.</param>
    /// <exception cref="PitchlyException">
    /// The server refused a request, can't be reached, or returned an invalid next page. Thrown while the items are read.
    /// </exception>
    public async IAsyncEnumerable<T> StreamPagesAsync<T>(
        PitchlyRequest request,
        PitchlyPaging paging,
        JsonReadFunc<T> read,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var results = new[] { new PitchlyResult<ListPage<T>?>(OK, LastSuccess, new PageReader<T>(paging, read).Read) };
        while (true)
        {
            var response = await SendForResponseAsync(request, results, cancellationToken).ConfigureAwait(false);
            var page = response.Body ?? new ListPage<T>([], null, IsLast: false);
            foreach (var item in page.Items)
            {
                yield return item;
            }

            if (!PageAdvancer.TryAdvance(request, AddressOf(request), paging, page, response.Header))
            {
                yield break;
            }
        }
    }

    /// <summary>
    /// Subscribes to a GraphQL subscription. Each enumeration has its own connection, which is opened when the enumeration starts and
    /// closed when it ends. A lost connection is reopened with the newest token.
    /// </summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <exception cref="PitchlyException">
    /// The server refused the subscription, or can't be reached at the start. Thrown while the events are read.
    /// </exception>
    public async IAsyncEnumerable<SubscriptionEvent<T>> SubscribeAsync<T>(
        PitchlyRequest request, JsonReadFunc<T> read, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var operation = (GraphQLOperation)request.Endpoint;
        var address = SubscriptionTarget.AddressOf(_options.Subscriptions.Origin ?? Http.BaseAddress!, request.PathAndQuery);
        RefusePlainHttp(operation, address);
        var target = new SubscriptionTarget(address, operation, request.JsonSource!, _options.MaximumResponseBytes, _options.Subscriptions);
        var events = new Subscription<T>(target, _tokens, read).EventsAsync(cancellationToken);
        await foreach (var one in events.ConfigureAwait(false))
        {
            yield return one;
        }
    }

    private async ValueTask<bool> MoveNextAsync<T>(PitchlyEndpoint endpoint, IAsyncEnumerator<T> values)
    {
        try
        {
            return await values.MoveNextAsync().ConfigureAwait(false);
        }
        catch (JsonException error)
        {
            throw ResponseExceptions.Unexpected(endpoint.Name, error, OK, body: "");
        }
        catch (Exception error) when (
            ResponseExceptions.FromReadError(Http.BaseAddress!.GetLeftPart(UriPartial.Authority), endpoint.Name, OK, error) is { } failure)
        {
            throw failure;
        }
    }
}
