namespace Pitchly.Http;

/// <summary>
/// Tells resilience handlers which requests may be sent again. Every GraphQL operation is a POST, so its method does not say whether it
/// changes anything; the schema does.
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
    /// <summary>The methods that do the same however often they are sent (RFC 9110, section 9.2.2).</summary>
    private static readonly HashSet<HttpMethod> Idempotent = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Put, HttpMethod.Delete];

    /// <summary>
    /// Returns whether a request may be sent again (RFC 9110, section 9.2.2). A request that is not a generated client's is judged by its
    /// method.
    /// </summary>
    /// <param name="request">The request; none may be sent again.</param>
    public static bool MayBeSentAgain(this HttpRequestMessage? request) => request?.Method switch
    {
        null => false,
        MarkedMethod marked => marked.MayBeSentAgain,
        var method => Idempotent.Contains(method),
    };
}
