namespace Pitchly.Http;

/// <summary>A generated HTTP client that can be registered for dependency injection.</summary>
/// <typeparam name="TSelf">The type of the client itself.</typeparam>
public interface IPitchlyHttpClient<TSelf>
    where TSelf : class, IPitchlyHttpClient<TSelf>
{
    /// <summary>Creates a client.</summary>
    /// <param name="http">The HTTP client that sends the requests.</param>
    /// <param name="services">The services, which include an <see cref="IAccessTokenProvider"/> if the client needs one.</param>
    /// <param name="options">The options of the client.</param>
    static abstract TSelf Create(HttpClient http, IServiceProvider services, PitchlyHttpOptions options);
}
