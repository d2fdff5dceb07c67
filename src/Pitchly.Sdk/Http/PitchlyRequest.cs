using System.Buffers;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Pitchly.Json;

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
    /// <param name="carriesSecret">Whether a parameter or the body holds a secret.</param>
    /// <exception cref="ArgumentException">The path could lead to another host.</exception>
    public PitchlyRequest(string name, HttpMethod method, string path, bool isIdempotent, bool carriesSecret = false)
    {
        ArgumentNullException.ThrowIfNull(path);
        RequestAddress.CheckPath(path);
        (Name, _method, _uri, IsIdempotent, CarriesSecret) = (name, method, new StringBuilder(path), isIdempotent, carriesSecret);
    }

    /// <summary>The endpoint's name.</summary>
    public string Name { get; }

    /// <summary>Whether it may be sent twice.</summary>
    public bool IsIdempotent { get; }

    /// <summary>Whether a parameter or the body holds a secret.</summary>
    public bool CarriesSecret { get; }

    /// <summary>Fills in a part of the path.</summary>
    /// <exception cref="ArgumentException">There is no value, or one that no path can carry.</exception>
    public PitchlyRequest Path(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        _uri.Replace($"{{{name}}}", RequestAddress.Escape(name, value));
        return this;
    }

    /// <summary>Adds to the query, unless there is no value.</summary>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            _uri.Append(_hasQuery ? '&' : '?').Append(Uri.EscapeDataString(name)).Append('=').Append(RequestAddress.Escape(name, value));
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

    /// <summary>
    /// Adds a header, unless there is no value. One that describes the body stands with it, and <c>Accept</c> replaces the client's own.
    /// </summary>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Header(string name, string? value)
    {
        if (value is not null)
        {
            HeaderValues.Check(name, value);
            _headers.Add((name, value));
        }

        return this;
    }

    /// <summary>Adds a field to the form, unless there is no value.</summary>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Form(string name, string? value)
    {
        _form ??= [];
        if (value is not null)
        {
            _form.Add(WireText.IsWellFormed(value)
                ? new KeyValuePair<string, string>(name, value)
                : throw new ArgumentException($"The value of '{name}' holds half a surrogate pair.", name));
        }

        return this;
    }

    /// <summary>Sets a JSON body.</summary>
    public PitchlyRequest Json(Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, WellFormedEncoder.WriterOptions))
        {
            write(writer);
        }

        _json = buffer.WrittenSpan.ToArray();
        return this;
    }

    internal Uri ToUri(Uri baseAddress) => RequestAddress.Of(baseAddress, _uri);

    internal HttpRequestMessage ToMessage(Uri address, AccessToken? bearer)
    {
        var message = new HttpRequestMessage(_method, address);
        PitchlyResilience.Mark(message, IsIdempotent);
        HttpContent? body = _form is not null ? new FormUrlEncodedContent(_form) : _json is not null ? JsonContent(_json) : null;
        message.Content = body is null ? null : new SameOriginContent(body, message, address);
        foreach (var (name, value) in _headers)
        {
            HeaderValues.Set(message, name, value);
        }

        if (!message.Headers.Contains("Accept"))
        {
            message.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        }

        if (bearer is not null)
        {
            HeaderValues.SetBearer(message, bearer.Value);
        }

        return message;
    }

    private static ByteArrayContent JsonContent(byte[] utf8) => new(utf8)
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}
