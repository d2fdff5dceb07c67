using System.Globalization;

namespace Pitchly.Generators.Model;

/// <summary>A short hash of a string that is the same in every process: FNV-1a with 64 bits.</summary>
internal static class StableHash
{
    /// <summary>The length of a hash, in characters.</summary>
    public const int Length = 16;

    private const ulong OffsetBasis = 14695981039346656037;

    private const ulong Prime = 1099511628211;

    public static string Of(string text)
    {
        var hash = text.Aggregate(OffsetBasis, (hash, letter) => unchecked((hash ^ letter) * Prime));
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
