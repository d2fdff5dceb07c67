namespace Pitchly.Http;

/// <summary>An endpoint as the schema describes it: what all requests to it have in common.</summary>
public class PitchlyEndpoint
{
    /// <summary>Describes an endpoint.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with a <c>{name}</c> for each path parameter.</param>
    /// <param name="isIdempotent">Whether a request may be sent twice (RFC 9110, section 9.2.2).</param>
    /// <param name="carriesSecret">Whether a parameter or the body holds a secret.</param>
    /// <param name="failure">How the body of a failure is read; <see langword="null"/> if the schema describes none.</param>
    /// <exception cref="ArgumentException">The path could lead to another host.</exception>
    public PitchlyEndpoint(
        string name, HttpMethod method, string path, bool isIdempotent, bool carriesSecret = false, PitchlyFailure? failure = null)
    {
        ArgumentNullException.ThrowIfNull(method);
        ArgumentNullException.ThrowIfNull(path);
        RequestAddress.CheckPath(path);
        (Name, Path, IsIdempotent, CarriesSecret, Failure) = (name, path, isIdempotent, carriesSecret, failure);
        Method = new MarkedMethod(method.Method, isIdempotent);
    }

    /// <summary>Gets its name.</summary>
    public string Name { get; }

    /// <summary>Gets the path, with a <c>{name}</c> for each path parameter.</summary>
    public string Path { get; }

    /// <summary>Gets whether a request may be sent twice.</summary>
    public bool IsIdempotent { get; }

    /// <summary>Gets whether a parameter or the body holds a secret.</summary>
    public bool CarriesSecret { get; }

    /// <summary>Gets whether the access token is not sent.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets the names of the keys that are sent, if the client has them.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    internal HttpMethod Method { get; }

    internal PitchlyFailure? Failure { get; }

    /// <summary>Starts a request.</summary>
    public PitchlyRequest Request() => new(this);
}
