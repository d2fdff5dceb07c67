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
    private JsonSource? _json;

    internal PitchlyRequest(PitchlyEndpoint endpoint, JsonSource? json = null) => (Endpoint, _path, _json) = (endpoint, endpoint.Path, json);

    /// <summary>Gets the endpoint that it is sent to.</summary>
    public PitchlyEndpoint Endpoint { get; }

    /// <summary>Gets the path and the query, as they are sent.</summary>
    internal string PathAndQuery => _query is null ? _path : $"{_path}{_query}";

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
            var mark = _query is null ? '?' : '&';
            _query ??= new StringBuilder();
            _query.Append(mark).Append(Uri.EscapeDataString(name)).Append('=').Append(RequestAddress.Escape(name, value));
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

    private void AddTo(HttpRequestMessage message, Uri address, AccessToken? token)
    {
        if (_form is not null)
        {
            message.Content = RequestContent.Of(message, address, _form);
        }
        else if (_json is not null)
        {
            message.Content = RequestContent.Of(message, address, _json.Write(token));
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
