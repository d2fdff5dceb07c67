using System.Text;
using System.Text.Json;

namespace Pitchly.Http;

/// <summary>A request that generated code describes. It can be sent more than once.</summary>
public sealed partial class PitchlyRequest
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

    /// <summary>Gets the endpoint of the request.</summary>
    public PitchlyEndpoint Endpoint { get; }

    /// <summary>Gets the JSON body; <see langword="null"/> if there is none.</summary>
    internal JsonSource? JsonSource => _json;

    /// <summary>Gets the path and the query in the form in which they are sent.</summary>
    internal string PathAndQuery => _query is null ? _path : $"{_path}{_query}";

    /// <summary>Gets the address from a response that this request follows; <see langword="null"/> if there is none.</summary>
    internal Uri? Followed => _followed;

    /// <summary>Sets a parameter of the path.</summary>
    /// <exception cref="ArgumentException">The value is missing, or a path can't contain it.</exception>
    public PitchlyRequest Path(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value, name);
        _path = _path.Replace($"{{{name}}}", RequestAddress.Escape(name, value), StringComparison.Ordinal);
        return this;
    }

    /// <summary>Adds a parameter to the query, unless the value is <see langword="null"/>.</summary>
    /// <exception cref="ArgumentException">The value can't be sent unchanged.</exception>
    public PitchlyRequest Query(string name, string? value)
    {
        if (value is not null)
        {
            AddToQuery(name, RequestAddress.Escape(name, value));
        }

        return this;
    }

    /// <summary>Adds each of several values to the query, under the same name.</summary>
    /// <exception cref="ArgumentException">A value can't be sent unchanged.</exception>
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
    /// Adds a header, unless the value is <see langword="null"/>. A header that describes the body is set on the content, and <c>Accept</c>
    /// replaces the client's default.
    /// </summary>
    /// <exception cref="ArgumentException">The value can't be sent unchanged.</exception>
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

    /// <summary>Adds a parameter in a style, unless the value is <see langword="null"/>.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="location">Where the parameter is sent.</param>
    /// <param name="style">How a list or an object is written.</param>
    /// <param name="explode">Whether each item or member is written separately.</param>
    /// <param name="allowReserved">Whether reserved characters are sent unescaped.</param>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    /// <param name="write">A delegate that writes the value as JSON, from which its parts are read.</param>
    /// <exception cref="ArgumentException">The value can't be sent unchanged.</exception>
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
            return location == ParameterLocation.Path
                ? throw new ArgumentException($"The path requires a value for '{name}'.", name)
                : this;
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

    /// <summary>Adds a cookie, unless the value is <see langword="null"/>.</summary>
    /// <exception cref="ArgumentException">The value can't be sent unchanged.</exception>
    public PitchlyRequest Cookie(string name, string? value)
    {
        if (value is not null)
        {
            _cookies ??= [];
            _cookies.Add((name, RequestAddress.Escape(name, value)));
        }

        return this;
    }

    /// <summary>Returns the value of a query parameter; <see langword="null"/> if there is none.</summary>
    internal string? QueryValue(string name)
    {
        var marked = Uri.EscapeDataString(name) + "=";
        var pair = QueryPairs().FirstOrDefault(pair => pair.StartsWith(marked, StringComparison.Ordinal));
        return pair is null ? null : Uri.UnescapeDataString(pair[marked.Length..]);
    }

    /// <summary>Replaces the value of a query parameter.</summary>
    internal void ReplaceQuery(string name, string value)
    {
        var marked = Uri.EscapeDataString(name) + "=";
        var others = QueryPairs().Where(pair => !pair.StartsWith(marked, StringComparison.Ordinal)).ToList();
        _query = others.Count == 0 ? null : new StringBuilder("?").AppendJoin('&', others);
        Query(name, value);
    }

    /// <summary>
    /// Sends the request to an address from a response instead of its own. Keys that are sent in the query are added again.
    /// </summary>
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

    private string[] QueryPairs() => _query is null ? [] : _query.ToString(1, _query.Length - 1).Split('&');

    private void AddToQuery(string name, string escaped)
    {
        var mark = _query is null ? '?' : '&';
        _query ??= new StringBuilder();
        _query.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(escaped);
    }
}
