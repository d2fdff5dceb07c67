namespace Pitchly.Http;

/// <summary>
/// Determines for resilience handlers which requests may be sent again. Every GraphQL operation is a POST, so its HTTP method does not
/// state whether it changes data; the schema does.
/// </summary>
/// <remarks>
/// With Microsoft.Extensions.Http.Resilience:
/// <code>
/// services.AddPitchlyDataClient(…).AddStandardResilienceHandler(options => options.Retry.ShouldHandle = arguments => new(
///     arguments.Context.GetRequestMessage().MayBeSentAgain() &amp;&amp; HttpClientResiliencePredicates.IsTransient(arguments.Outcome)));
/// </code>
/// </remarks>
public static class PitchlyResilience
{
    /// <summary>The methods that are idempotent (RFC 9110, section 9.2.2).</summary>
    private static readonly HashSet<HttpMethod> Idempotent = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete];

    /// <summary>
    /// Returns a value indicating whether a request may be sent again (RFC 9110, section 9.2.2). For a request that is not from a generated
    /// client, the HTTP method decides.
    /// </summary>
    /// <param name="request">The request. If it is <see langword="null"/>, the result is <see langword="false"/>.</param>
    public static bool MayBeSentAgain(this HttpRequestMessage? request) => request?.Method switch
    {
        null => false,
        MarkedMethod marked => marked.MayBeSentAgain,
        var method => Idempotent.Contains(method),
    };
}
