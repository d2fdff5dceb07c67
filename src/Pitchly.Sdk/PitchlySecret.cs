using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Pitchly;

/// <summary>
/// A secret or token. It never prints itself: <see cref="ToString"/> and debuggers show a short hash, which tells two secrets apart and
/// betrays neither.
/// </summary>
/// <remarks>
/// There is no conversion from string, so that a secret in source code has to be written down as one, where it can be found.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PitchlySecret : IEquatable<PitchlySecret>
{
    /// <summary>How many bytes of the SHA-256 hash are shown: enough to tell secrets apart in a log.</summary>
    private const int ShortHashBytes = 4;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Wraps a secret that came from configuration, a vault or the wire.</summary>
    /// <param name="value">Its text.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public PitchlySecret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>Gets the first eight hexadecimal digits of the SHA-256 hash, by which logs name a secret.</summary>
    public string ShortHash =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, ShortHashBytes)).ToLowerInvariant();

    /// <summary>The secret's text. Send it where it belongs; never print it or keep it.</summary>
    public string Reveal() => _value;

    /// <summary>Compares in constant time.</summary>
    /// <param name="other">The other secret.</param>
    public bool Equals(PitchlySecret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PitchlySecret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The short hash, never the secret.</summary>
    public override string ToString() => $"secret #{ShortHash}";
}
