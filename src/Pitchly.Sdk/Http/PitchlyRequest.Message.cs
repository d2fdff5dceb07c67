namespace Pitchly.Http;

/// <content>The HTTP message of a request, with the credentials.</content>
public sealed partial class PitchlyRequest
{
    /// <summary>
    /// Returns <see langword="true"/> if the request needs keys that it does not have yet; <see langword="false"/> from the second call on.
    /// </summary>
    internal bool TakeKeys() => !_hasKeys && (_hasKeys = true);

    internal HttpRequestMessage ToMessage(Uri address, AccessToken? token, string scheme)
    {
        var message = new HttpRequestMessage(Endpoint.Method, address);
        try
        {
            AddTo(message, address, token, scheme);
            return message;
        }
        catch
        {
            message.Dispose();
            throw;
        }
    }

    private void AddTo(HttpRequestMessage message, Uri address, AccessToken? token, string scheme)
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
            HeaderValues.SetToken(message, scheme, token.Value);
        }
    }
}
