namespace Pitchly.Testing;

/// <summary>
/// An HTTP client with a long time-out, for tests that call a server. The default time-out of <see cref="HttpClient"/> is 100 seconds, and
/// a call may take longer on a machine with two cores that also runs builds. Only a failing test waits until the time-out.
/// </summary>
internal sealed class LongTimeoutHttpClient : HttpClient
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public LongTimeoutHttpClient()
        : this(new SocketsHttpHandler())
    {
    }

    public LongTimeoutHttpClient(HttpMessageHandler handler)
        : base(handler) => Timeout = Longest;
}
