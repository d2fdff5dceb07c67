namespace Pitchly.Http;

/// <summary>
/// Builds the address of a request from the base address with its path, the path of the endpoint, and the query. The result is always below
/// the base address.
/// </summary>
internal static class RequestAddress
{
    /// <summary>
    /// Throws if a path could lead to another host, as <c>//host/path</c> does in a relative reference (RFC 3986, section 4.2).
    /// </summary>
    /// <exception cref="ArgumentException">The path could lead to another host.</exception>
    public static void CheckPath(string path)
    {
        if (!path.StartsWith('/') || path.StartsWith("//", StringComparison.Ordinal) || path.Contains('\\', StringComparison.Ordinal))
        {
            throw new ArgumentException($"The path '{path}' must start with a single '/' and must not contain a backslash.", nameof(path));
        }
    }

    /// <summary>Returns the common prefix of all endpoints: the base address with its own path.</summary>
    public static string Prefix(Uri baseAddress) => baseAddress.GetLeftPart(UriPartial.Path).TrimEnd('/');

    /// <summary>Returns the address of a path and query.</summary>
    /// <exception cref="ArgumentException">
    /// A segment of the path is '.' or '..', which clients and servers resolve (RFC 3986, section 5.2.4).
    /// </exception>
    public static Uri Of(string prefix, string pathAndQuery)
    {
        RefuseDotSegments(pathAndQuery);
        return new Uri(prefix + pathAndQuery);
    }

    /// <summary>Returns a value in the form that is escaped for a URL.</summary>
    /// <exception cref="ArgumentException">The value contains an unpaired surrogate, which has no UTF-8 form.</exception>
    public static string Escape(string name, string value) => WireText.IsWellFormed(value)
        ? Uri.EscapeDataString(value)
        : throw new ArgumentException($"The value of '{name}' contains an unpaired surrogate.", name);

    /// <summary>Escaped dots are resolved like unescaped ones, so a segment of dots can't be sent.</summary>
    private static void RefuseDotSegments(ReadOnlySpan<char> pathAndQuery)
    {
        var mark = pathAndQuery.IndexOf('?');
        var path = mark < 0 ? pathAndQuery : pathAndQuery[..mark];
        for (var rest = path; rest.Length > 0;)
        {
            var slash = rest.IndexOf('/');
            var segment = slash < 0 ? rest : rest[..slash];
            if (segment is "." or "..")
            {
                throw new ArgumentException(
                    $"The path '{path}' contains the segment '{segment}', which would change the path. A segment must not be "
                        + "'.' or '..'.");
            }

            rest = slash < 0 ? [] : rest[(slash + 1)..];
        }
    }
}
