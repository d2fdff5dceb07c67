namespace Pitchly.Http;

/// <summary>
/// An HTTP method that also states whether a request may be sent again. The method is preserved if a handler clones the request, and needs
/// no allocation per request.
/// </summary>
internal sealed class MarkedMethod(string method, bool mayBeSentAgain) : HttpMethod(method)
{
    public bool MayBeSentAgain { get; } = mayBeSentAgain;
}
