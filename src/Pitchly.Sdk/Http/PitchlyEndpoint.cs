namespace Pitchly.Http;

/// <summary>An endpoint as the schema describes it: the properties that all its requests have in common.</summary>
public class PitchlyEndpoint
{
    /// <summary>Creates the description of an endpoint.</summary>
    /// <param name="name">The endpoint's name.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with a <c>{name}</c> for each path parameter.</param>
    /// <param name="isIdempotent">Whether a request may be sent twice (RFC 9110, section 9.2.2).</param>
    /// <param name="carriesSecret">Whether a parameter or the body contains a secret.</param>
    /// <param name="failure">The description of the body of a failure; <see langword="null"/> if the schema does not describe it.</param>
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

    /// <summary>Gets the endpoint's name.</summary>
    public string Name { get; }

    /// <summary>Gets the path, with a <c>{name}</c> for each path parameter.</summary>
    public string Path { get; }

    /// <summary>Gets a value indicating whether a request may be sent twice.</summary>
    public bool IsIdempotent { get; }

    /// <summary>Gets a value indicating whether a parameter or the body contains a secret.</summary>
    public bool CarriesSecret { get; }

    /// <summary>Gets a value indicating whether requests are sent without the access token.</summary>
    public bool IsAnonymous { get; init; }

    /// <summary>Gets the names of the keys to send, if the client has them.</summary>
    public IReadOnlyList<string> Keys { get; init; } = [];

    internal HttpMethod Method { get; }

    internal PitchlyFailure? Failure { get; }

    /// <summary>Creates a request.</summary>
    public PitchlyRequest Request() => new(this);
}
