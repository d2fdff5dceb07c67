namespace Pitchly.Testing;

/// <summary>
/// An HTTP client for tests that call a server. <see cref="HttpClient"/> gives up after 100 seconds by default; two cores beside other
/// builds may take longer, and only a test that would fail waits so long.
/// </summary>
internal sealed class PatientHttpClient : HttpClient
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public PatientHttpClient()
        : this(new SocketsHttpHandler())
    {
    }

    public PatientHttpClient(HttpMessageHandler handler)
        : base(handler) => Timeout = Longest;
}
