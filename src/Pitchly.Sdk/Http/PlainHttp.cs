namespace Pitchly.Http;

/// <summary>Plain http and ws, which anyone on the way can read, are for this machine alone.</summary>
internal static class PlainHttp
{
    /// <summary>
    /// Returns whether what is sent to an address could be read on its way: it leaves this machine, and is not encrypted.
    /// </summary>
    public static bool IsReadable(Uri address)
    {
        var isPlain = address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeWs;
        return isPlain && !address.IsLoopback && !address.Host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }
}
