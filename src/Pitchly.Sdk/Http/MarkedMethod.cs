namespace Pitchly.Http;

/// <summary>
/// An HTTP method that says whether a request may be sent again. It stays with a request that a handler clones, and costs nothing per
/// request.
/// </summary>
internal sealed class MarkedMethod(string method, bool mayBeSentAgain) : HttpMethod(method)
{
    public bool MayBeSentAgain { get; } = mayBeSentAgain;
}
