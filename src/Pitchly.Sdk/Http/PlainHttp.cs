namespace Pitchly.Http;

/// <summary>Plain http and ws are only for this machine, because anyone on the network path can read them.</summary>
internal static class PlainHttp
{
    /// <summary>
    /// Returns a value indicating whether data sent to an address could be read on its way, because it leaves this machine unencrypted.
    /// </summary>
    public static bool IsUnprotected(Uri address)
    {
        var isPlain = address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeWs;
        return isPlain && !address.IsLoopback && !address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
