using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>A request as generated code describes it; it can be sent more than once.</summary>
public sealed class PitchlyRequest
{
    private string _path;
    private StringBuilder? _query;
    private List<(string Name, string Value)>? _headers;
    private List<KeyValuePair<string, string>>? _form;
    private List<(string Name, string Value)>? _cookies;
    private List<(string Name, string Value)>? _queryKeys;
    private JsonSource? _json;
    private RequestFiles? _files;
    private string? _mediaType;
    private bool _hasKeys;
    private Uri? _followed;

    internal PitchlyRequest(PitchlyEndpoint endpoint, JsonSource? json = null) =>
        (Endpoint, _path, _json) = (endpoint, endpoint.Path, json);

    /// <summary>Gets the endpoint that it is sent to.</summary>
    public PitchlyEndpoint Endpoint { get; }

    /// <summary>Gets the path and the query, as they are sent.</summary>
    /// <summary>Gets what it carries as JSON, if it does.</summary>
    internal JsonSource? JsonSource => _json;

    internal string PathAndQuery => _query is null ? _path : $"{_path}{_query}";

    /// <summary>Gets the address that an answer gave, if the request follows one.</summary>
    internal Uri? Followed => _followed;

    /// <summary>Fills in a part of the path.</summary>
    /// <exception cref="ArgumentException">There is no value, or one that no path can carry.</exception>
    public PitchlyRequest Path(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        _path = _path.Replace($"{{{name}}}", RequestAddress.Escape(name, value), StringComparison.Ordinal);
        return this;
    }

    /// <summary>Adds to the query, unless there is no value.</summary>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            AddToQuery(name, RequestAddress.Escape(name, value));
        }

        return this;
    }

    /// <summary>Adds each of several values to the query, under the same name.</summary>
    /// <exception cref="ArgumentException">A value can't be sent as it is.</exception>
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
            _headers ??= [];
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

    /// <summary>Sets a JSON body, which is written for each attempt.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public PitchlyRequest Json<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        _json = new JsonValueSource<T>(value, write);
        return this;
    }

    /// <summary>Sets a JSON body of a media type of its own.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">The media type, for example <c>application/merge-patch+json</c>.</param>
    public PitchlyRequest Json<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType)
    {
        _mediaType = mediaType;
        return Json(value, write);
    }

    /// <summary>Sets a JSON body, unless there is no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    /// <param name="mediaType">The media type.</param>
    public PitchlyRequest OptionalJson<T>(T value, Action<Utf8JsonWriter, T> write, string mediaType) =>
        value is null ? this : Json(value, write, mediaType);

    /// <summary>Sets a form as the body, with a field for each member of an object; <paramref name="styles"/> are theirs by name.</summary>
    /// <typeparam name="T">The type of the object.</typeparam>
    /// <param name="value">The object.</param>
    /// <param name="write">Writes it as JSON, from which the fields are taken.</param>
    /// <param name="styles">The styles of fields that are lists or objects.</param>
    /// <exception cref="ArgumentException">A value can't be sent as it is.</exception>
    public PitchlyRequest FormOf<T>(
        T value, Action<Utf8JsonWriter, T> write, params (string Field, ParameterStyle Style, bool Explode)[] styles)
    {
        ArgumentNullException.ThrowIfNull(styles);
        if (value is null)
        {
            return this;
        }

        _form ??= [];
        foreach (var (name, text) in FormFields.Of(value, write, styles))
        {
            Form(name, text);
        }

        return this;
    }

    /// <summary>Adds a parameter in its style, unless there is no value.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="location">Where it travels.</param>
    /// <param name="style">How a list or an object is written.</param>
    /// <param name="explode">Whether each item or member stands alone.</param>
    /// <param name="allowReserved">Whether reserved letters are sent as they are.</param>
    /// <param name="name">The parameter's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON, from which its parts are taken.</param>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Styled<T>(
        ParameterLocation location,
        ParameterStyle style,
        bool explode,
        bool allowReserved,
        string name,
        T value,
        Action<Utf8JsonWriter, T> write)
    {
        ArgumentNullException.ThrowIfNull(write);
        if (value is null || StyledValue.Of(value, write) is not { } styled)
        {
            return location == ParameterLocation.Path ? throw new ArgumentException($"The path needs a value of '{name}'.", name) : this;
        }

        switch (location)
        {
            case ParameterLocation.Path:
                var text = StyledText.Path(name, styled, style, explode, allowReserved);
                ArgumentException.ThrowIfNullOrEmpty(text, name);
                _path = _path.Replace($"{{{name}}}", text, StringComparison.Ordinal);
                break;
            case ParameterLocation.Header:
                Header(name, StyledText.Header(styled, style, explode));
                break;
            case ParameterLocation.Cookie:
                foreach (var (field, part) in StyledText.Fields(name, styled, style, explode))
                {
                    Cookie(field, part);
                }

                break;
            default:
                foreach (var (field, part) in StyledText.Fields(name, styled, style, explode))
                {
                    AddToQuery(field, StyledText.Escape(name, part, allowReserved));
                }

                break;
        }

        return this;
    }

    /// <summary>Adds a cookie, unless there is no value.</summary>
    /// <exception cref="ArgumentException">The value can't be sent as it is.</exception>
    public PitchlyRequest Cookie(string name, string? value)
    {
        if (value is not null)
        {
            _cookies ??= [];
            _cookies.Add((name, RequestAddress.Escape(name, value)));
        }

        return this;
    }

    /// <summary>Sets a text as the body, unless there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="mediaType">Its media type.</param>
    public PitchlyRequest Text(string? text, string mediaType)
    {
        if (text is not null)
        {
            _files = RequestFiles.OfText(text, mediaType);
        }

        return this;
    }

    /// <summary>
    /// Sets a file as the body, unless there is none. It is sent as it is read, and can't be sent twice unless it can seek.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="mediaType">The media type where the file has none.</param>
    public PitchlyRequest File(PitchlyFile? file, string mediaType)
    {
        if (file is not null)
        {
            _files = RequestFiles.OfFile(file, mediaType);
        }

        return this;
    }

    /// <summary>Adds a file to a body of several parts (RFC 7578), unless there is none.</summary>
    /// <param name="name">The part's name.</param>
    /// <param name="file">The file.</param>
    public PitchlyRequest Part(string name, PitchlyFile? file)
    {
        _files ??= RequestFiles.OfParts();
        _files.Add(name, file);
        return this;
    }

    /// <summary>Adds files to a body of several parts, each a part of the same name.</summary>
    /// <param name="name">The parts' name.</param>
    /// <param name="files">The files.</param>
    public PitchlyRequest Part(string name, IEnumerable<PitchlyFile>? files)
    {
        _files ??= RequestFiles.OfParts();
        foreach (var file in files ?? [])
        {
            _files.Add(name, file);
        }

        return this;
    }

    /// <summary>
    /// Adds a value to a body of several parts, unless there is none: a plain one as text, a list of plain ones as a part for each, any
    /// other as JSON.
    /// </summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">The part's name.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it as JSON.</param>
    /// <param name="isJson">Whether a plain value is JSON too.</param>
    public PitchlyRequest Part<T>(string name, T value, Action<Utf8JsonWriter, T> write, bool isJson = false)
    {
        _files ??= RequestFiles.OfParts();
        if (value is not null && StyledValue.Of(value, write) is { } styled)
        {
            _files.Add(name, styled, isJson);
        }

        return this;
    }

    /// <summary>Returns the value of a parameter of the query; <see langword="null"/> if there is none.</summary>
    internal string? QueryValue(string name)
    {
        var marked = Uri.EscapeDataString(name) + "=";
        var pair = QueryPairs().FirstOrDefault(pair => pair.StartsWith(marked, StringComparison.Ordinal));
        return pair is null ? null : Uri.UnescapeDataString(pair[marked.Length..]);
    }

    /// <summary>Gives a parameter of the query another value.</summary>
    internal void ReplaceQuery(string name, string value)
    {
        var marked = Uri.EscapeDataString(name) + "=";
        var others = QueryPairs().Where(pair => !pair.StartsWith(marked, StringComparison.Ordinal)).ToList();
        _query = others.Count == 0 ? null : new StringBuilder("?").AppendJoin('&', others);
        Query(name, value);
    }

    /// <summary>Sends the request to an address that an answer gave, instead of its own; keys of the query are added again.</summary>
    internal void Follow(Uri address)
    {
        (_followed, _path, _query) = (address, address.AbsolutePath, address.Query.Length > 1 ? new StringBuilder(address.Query) : null);
        foreach (var (name, value) in _queryKeys ?? [])
        {
            ReplaceQuery(name, value);
        }
    }

    /// <summary>Adds a key to the query.</summary>
    internal void QueryKey(string name, string value)
    {
        _queryKeys ??= [];
        _queryKeys.Add((name, value));
        Query(name, value);
    }

    /// <summary>Adds the keys that the endpoint asks for, once.</summary>
    internal void Apply(IReadOnlyList<PitchlyKey> keys)
    {
        if (_hasKeys)
        {
            return;
        }

        _hasKeys = true;
        foreach (var key in keys)
        {
            if (Endpoint.Keys.Contains(key.Name))
            {
                key.ApplyTo(this);
            }
        }
    }

    internal HttpRequestMessage ToMessage(Uri address, AccessToken? token)
    {
        var message = new HttpRequestMessage(Endpoint.Method, address);
        try
        {
            AddTo(message, address, token);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private string[] QueryPairs() => _query is null ? [] : _query.ToString(1, _query.Length - 1).Split('&');

    private void AddToQuery(string name, string escaped)
    {
        var mark = _query is null ? '?' : '&';
        _query ??= new StringBuilder();
        _query.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(escaped);
    }

    private void AddTo(HttpRequestMessage message, Uri address, AccessToken? token)
    {
        if (_files is not null)
        {
            message.Content = RequestContent.Of(message, address, _files.ToContent());
        }
        else if (_form is not null)
        {
            message.Content = RequestContent.Of(message, address, _form);
        }
        else if (_json is not null)
        {
            message.Content = RequestContent.Of(message, address, _json.Write(token));
            if (_mediaType is not null)
            {
                message.Content.Headers.Remove("Content-Type");
                message.Content.Headers.TryAddWithoutValidation("Content-Type", _mediaType);
            }
        }

        if (_cookies is not null)
        {
            message.Headers.TryAddWithoutValidation(
                "Cookie", string.Join("; ", _cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        }

        var hasAccept = false;
        foreach (var (name, value) in _headers ?? [])
        {
            HeaderValues.Set(message, name, value);
            hasAccept |= name.Equals("Accept", StringComparison.OrdinalIgnoreCase);
        }

        if (!hasAccept)
        {
            message.Headers.TryAddWithoutValidation("Accept", "application/json");
        }

        if (token is not null && _json is not { HoldsToken: true })
        {
            HeaderValues.SetBearer(message, token.Value);
        }
    }
}
