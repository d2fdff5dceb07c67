using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>A request as generated code describes it; it can be sent more than once.</summary>
public sealed class PitchlyRequest
{
    private readonly HttpMethod _method;
    private readonly StringBuilder _uri;
    private readonly List<(string Name, string Value)> _headers = [];
    private List<KeyValuePair<string, string>>? _form;
    private byte[]? _json;
    private bool _hasQuery;

    /// <summary>Starts a request.</summary>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with a <c>{name}</c> for each path parameter.</param>
    /// <param name="isIdempotent">Whether it may be sent twice (RFC 9110, section 9.2.2).</param>
    public PitchlyRequest(string name, HttpMethod method, string path, bool isIdempotent)
    {
        (Name, _method, _uri, IsIdempotent) = (name, method, new StringBuilder(path), isIdempotent);
    }

    /// <summary>The endpoint's name.</summary>
    public string Name { get; }

    /// <summary>Whether it may be sent twice.</summary>
    public bool IsIdempotent { get; }

    /// <summary>Fills in a part of the path.</summary>
    public PitchlyRequest Path(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        _uri.Replace($"{{{name}}}", Uri.EscapeDataString(value));
        return this;
    }

    /// <summary>Adds to the query, unless there is no value.</summary>
    public PitchlyRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            _uri.Append(_hasQuery ? '&' : '?').Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            _hasQuery = true;
        }

        return this;
    }

    /// <summary>Adds each item of a list to the query under the same name.</summary>
    public PitchlyRequest QueryList<T>(string name, IEnumerable<T>? items, Func<T, string?> text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var item in items ?? [])
        {
            Query(name, text(item));
        }

        return this;
    }

    /// <summary>Adds a header, unless there is no value.</summary>
    public PitchlyRequest Header(string name, string? value)
    {
        if (value is not null)
        {
            _headers.Add((name, value));
        }

        return this;
    }

    /// <summary>Adds a field to the form, unless there is no value.</summary>
    public PitchlyRequest Form(string name, string? value)
    {
        _form ??= [];
        if (value is not null)
        {
            _form.Add(new KeyValuePair<string, string>(name, value));
        }

        return this;
    }

    /// <summary>Sets a JSON body.</summary>
    public PitchlyRequest Json(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        _json = buffer.WrittenSpan.ToArray();
        return this;
    }

    internal Uri ToUri(Uri? baseAddress)
    {
        var relative = new Uri(_uri.ToString(), UriKind.Relative);
        return baseAddress is null ? relative : new Uri(baseAddress, relative);
    }

    internal HttpRequestMessage ToMessage(AccessToken? bearer)
    {
        var message = new HttpRequestMessage(_method, ToUri(null));
        PitchlyResilience.Mark(message, IsIdempotent);
        message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        foreach (var (name, value) in _headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (bearer is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer.Value.Reveal());
        }

        message.Content = _form is not null ? new FormUrlEncodedContent(_form)
            : _json is not null ? JsonContent(_json)
            : null;
        return message;
    }

    private static ByteArrayContent JsonContent(byte[] utf8) => new(utf8)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}
