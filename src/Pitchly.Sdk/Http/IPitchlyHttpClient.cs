namespace Pitchly.Http;

/// <summary>A generated HTTP client that can be registered for dependency injection.</summary>
/// <typeparam name="TSelf">The client itself.</typeparam>
public interface IPitchlyHttpClient<TSelf>
    where TSelf : class, IPitchlyHttpClient<TSelf>
{
    /// <summary>Creates a client.</summary>
    /// <param name="http">Sends the requests.</param>
    /// <param name="services">Holds the <see cref="IAccessTokenProvider"/>, if the client needs one.</param>
    /// <param name="options">What the client allows.</param>
    static abstract TSelf Create(HttpClient http, IServiceProvider services, PitchlyHttpOptions options);
}
