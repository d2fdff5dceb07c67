namespace Pitchly.Http;

/// <summary>Reads the <c>Link</c> header (RFC 8288).</summary>
internal static class WebLinks
{
    /// <summary>Returns the target of the first link with a relation, or <see langword="null"/> if there is none.</summary>
    /// <param name="header">The header: <c>&lt;…&gt;; rel="next", …</c>.</param>
    /// <param name="relation">The relation. It is not case-sensitive.</param>
    public static string? Find(string? header, string relation)
    {
        var rest = header.AsSpan();
        while (rest.IndexOf('<') is >= 0 and var start)
        {
            rest = rest[(start + 1)..];
            var end = rest.IndexOf('>');
            if (end < 0)
            {
                return null;
            }

            var target = rest[..end].Trim();
            rest = rest[(end + 1)..];
            if (HasRelation(TakeParameters(ref rest), relation))
            {
                return target.ToString();
            }
        }

        return null;
    }

    /// <summary>Takes the parameters of a link, up to the next comma outside quotes.</summary>
    private static ReadOnlySpan<char> TakeParameters(ref ReadOnlySpan<char> rest)
    {
        var isQuoted = false;
        for (var i = 0; i < rest.Length; i++)
        {
            if (rest[i] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (rest[i] == '\\' && isQuoted)
            {
                i++;
            }
            else if (rest[i] == ',' && !isQuoted)
            {
                var taken = rest[..i];
                rest = rest[(i + 1)..];
                return taken;
            }
        }

        var all = rest;
        rest = [];
        return all;
    }

    /// <summary>Only the first <c>rel</c> is used (RFC 8288, section 3.3). It may contain several relations.</summary>
    private static bool HasRelation(ReadOnlySpan<char> parameters, string relation)
    {
        foreach (var part in parameters.ToString().Split(';'))
        {
            var pair = part.Split('=', 2);
            if (pair.Length == 2 && pair[0].Trim().Equals("rel", StringComparison.OrdinalIgnoreCase))
            {
                return pair[1].Trim().Trim('"').Split(' ').Contains(relation, StringComparer.OrdinalIgnoreCase);
            }
        }

        return false;
    }
}
