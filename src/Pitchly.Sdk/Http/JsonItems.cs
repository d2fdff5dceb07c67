using System.Buffers;
using System.Text;
using System.Text.Json;
using Pitchly.Json;

namespace Pitchly.Http;

/// <summary>
/// Reads the items of a list one by one while the response arrives. Only the item that is being read is in memory. The list is the whole
/// response, or <c>data.field</c> of a GraphQL response.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class JsonItems<T> : IDisposable
{
    private const int FirstBufferBytes = 16 * 1024;

    private readonly IDisposable _owner;
    private readonly JsonReadFunc<T> _read;
    private readonly GraphQLOperation? _operation;
    private readonly PitchlyHttpOptions _options;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBufferBytes);
    private Stream _stream = Stream.Null;
    private int _start;
    private int _end;
    private bool _isAtEnd;
    private JsonReaderState _state;
    private Position _position = Position.BeforeResponse;
    private bool _found;
    private PitchlyError? _error;

    private JsonItems(IDisposable owner, JsonReadFunc<T> read, GraphQLOperation? operation, PitchlyHttpOptions options) =>
        (_owner, _read, _operation, _options) = (owner, read, operation, options);

    private enum Position
    {
        BeforeResponse,
        InResponse,
        InData,
        InItems,
        AfterResponse,
    }

    private enum Step
    {
        NeedsMore,
        Moved,
        HasItem,
    }

    /// <summary>
    /// Gets a value indicating whether there is a current item. There is none before the first item and after the last one.
    /// </summary>
    public bool HasCurrent { get; private set; }

    /// <summary>Gets the current item; <see langword="default"/> if there is none.</summary>
    public T? Current { get; private set; }

    /// <summary>
    /// Opens a response. The response and its request, the <paramref name="owner"/>, are disposed together with the items.
    /// </summary>
    public static async ValueTask<JsonItems<T>> OpenAsync(
        HttpContent content, IDisposable owner, JsonReadFunc<T> read, GraphQLOperation? operation, PitchlyHttpOptions options,
        CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var charset = content.Headers.ContentType?.CharSet;
        var encoding = charset is null ? Encoding.UTF8 : ResponseBody.EncodingOf(charset.Trim('"'));
        return new JsonItems<T>(owner, read, operation, options)
        {
            _stream = encoding.CodePage == Encoding.UTF8.CodePage
                ? stream
                : Encoding.CreateTranscodingStream(stream, encoding, Encoding.UTF8),
        };
    }

    /// <summary>Moves to the next item.</summary>
    /// <returns>
    /// <see langword="true"/> if there is a next item; <see langword="false"/> if the last item and the rest of the response were read.
    /// </returns>
    /// <exception cref="JsonException">The response is malformed.</exception>
    /// <exception cref="PitchlyException">The response reports an error.</exception>
    /// <exception cref="ResponseTooLargeException">An item is larger than the maximum.</exception>
    /// <exception cref="TimeoutException">A part of the response did not arrive in time.</exception>
    public async ValueTask<bool> MoveNextAsync(CancellationToken cancellationToken)
    {
        (HasCurrent, Current) = (false, default);
        while (true)
        {
            switch (Advance())
            {
                case Step.HasItem:
                    return HasCurrent = true;
                case Step.Moved:
                    continue;
                case Step.NeedsMore when _isAtEnd:
                    return End();
            }

            await FillAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
        _stream.Dispose();
        _owner.Dispose();
    }

    /// <summary>Reads one token and the value that belongs to it. Consumes nothing if the buffer does not contain all of it yet.</summary>
    private Step Advance()
    {
        var reader = new Utf8JsonReader(_buffer.AsSpan(_start, _end - _start), _isAtEnd, _state);
        if (_isAtEnd && _position == Position.AfterResponse && _start == _end)
        {
            return Step.NeedsMore;
        }

        if (!reader.Read())
        {
            return Step.NeedsMore;
        }

        var step = _position switch
        {
            Position.BeforeResponse => Begin(ref reader),
            Position.InResponse => ResponseMember(ref reader),
            Position.InData => DataMember(ref reader),
            Position.InItems => Item(ref reader),
            _ => throw new JsonException("Unexpected data follows the response."),
        };
        if (step != Step.NeedsMore)
        {
            _start += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
        }

        return step;
    }

    private Step Begin(ref Utf8JsonReader reader)
    {
        if (_operation is { } operation)
        {
            JsonRead.StartObject(ref reader, operation.Name);
            return MoveTo(Position.InResponse);
        }

        return StartItems(ref reader);
    }

    private Step StartItems(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            throw new JsonException($"Expected a list, but found {reader.TokenType}.");
        }

        _found = true;
        return MoveTo(Position.InItems);
    }

    private Step ResponseMember(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return MoveTo(Position.AfterResponse);
        }

        if (reader.ValueTextEquals("data"u8))
        {
            return !reader.Read()
                ? Step.NeedsMore
                : reader.TokenType == JsonTokenType.StartObject ? MoveTo(Position.InData) : Skip(ref reader);
        }

        if (!reader.ValueTextEquals("errors"u8))
        {
            return !reader.Read() ? Step.NeedsMore : Skip(ref reader);
        }

        if (!reader.Read())
        {
            return Step.NeedsMore;
        }

        var from = (int)reader.TokenStartIndex;
        if (Skip(ref reader) == Step.NeedsMore)
        {
            return Step.NeedsMore;
        }

        _error = GraphQLResponse.ReadErrors(_buffer.AsSpan(_start + from, (int)reader.BytesConsumed - from));
        return Step.Moved;
    }

    private Step DataMember(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            return MoveTo(Position.InResponse);
        }

        var isField = reader.ValueTextEquals(_operation!.Field);
        return !reader.Read() ? Step.NeedsMore
            : isField && reader.TokenType != JsonTokenType.Null ? StartItems(ref reader)
            : Skip(ref reader);
    }

    private Step Item(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.EndArray)
        {
            return MoveTo(_operation is null ? Position.AfterResponse : Position.InData);
        }

        var from = (int)reader.TokenStartIndex;
        if (!reader.TrySkip())
        {
            return Step.NeedsMore;
        }

        var item = new Utf8JsonReader(_buffer.AsSpan(_start + from, (int)reader.BytesConsumed - from));
        item.Read();
        Current = _read(ref item);
        return Step.HasItem;
    }

    private Step MoveTo(Position position)
    {
        _position = position;
        return Step.Moved;
    }

    private static Step Skip(ref Utf8JsonReader reader) => reader.TrySkip() ? Step.Moved : Step.NeedsMore;

    private bool End()
    {
        return _error is not null ? throw new PitchlyException(_error)
            : _position != Position.AfterResponse ? throw new JsonException("The response is incomplete.")
            : !_found ? throw new JsonException($"The response has no data.{_operation!.Field}.")
            : false;
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        MakeRoom();
        using var wait = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        wait.CancelAfter(_options.ReadTimeout);
        try
        {
            var count = await _stream.ReadAsync(_buffer.AsMemory(_end), wait.Token).ConfigureAwait(false);
            (_end, _isAtEnd) = (_end + count, count == 0);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No part of the response arrived within {_options.ReadTimeout}.");
        }

        if (_position == Position.BeforeResponse && _buffer.AsSpan(_start, _end - _start).StartsWith(Encoding.UTF8.Preamble))
        {
            _start += Encoding.UTF8.Preamble.Length;
        }
    }

    /// <summary>Moves the unread bytes to the front of the buffer. If one item fills the buffer, the buffer grows.</summary>
    private void MakeRoom()
    {
        var unread = _buffer.AsSpan(_start, _end - _start);
        if (unread.Length == _buffer.Length)
        {
            if (unread.Length >= _options.MaximumResponseBytes)
            {
                throw new ResponseTooLargeException(_options.MaximumResponseBytes);
            }

            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            unread.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }
        else
        {
            unread.CopyTo(_buffer);
        }

        (_start, _end) = (0, unread.Length);
    }
}
