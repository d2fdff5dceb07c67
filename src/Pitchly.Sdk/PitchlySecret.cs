using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace Pitchly;

/// <summary>
/// A secret or token. Its value is never printed: <see cref="ToString"/> and debuggers show a short hash, which distinguishes two secrets
/// but reveals neither.
/// </summary>
/// <remarks>There is no conversion from string, so that a secret in source code must be written explicitly and can be found.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class PitchlySecret : IEquatable<PitchlySecret>
{
    /// <summary>The number of bytes of the SHA-256 hash that are shown. It is sufficient to distinguish secrets in a log.</summary>
    private const int ShortHashBytes = 4;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _value;

    /// <summary>Creates a secret from text that comes from configuration, a vault or a response.</summary>
    /// <param name="value">The text of the secret.</param>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public PitchlySecret(string value)
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        _value = value;
    }

    /// <summary>Gets the first eight hexadecimal digits of the SHA-256 hash, which identify a secret in logs.</summary>
    public string ShortHash =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(_value)).AsSpan(0, ShortHashBytes)).ToLowerInvariant();

    /// <summary>Returns the text of the secret. Send it only to its intended recipient, and never print or store it.</summary>
    public string Reveal() => _value;

    /// <summary>Compares two secrets in constant time.</summary>
    /// <param name="other">The other secret.</param>
    public bool Equals(PitchlySecret? other) => other is not null
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(_value), Encoding.UTF8.GetBytes(other._value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PitchlySecret);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>Returns the short hash, never the secret.</summary>
    public override string ToString() => $"secret #{ShortHash}";
}
