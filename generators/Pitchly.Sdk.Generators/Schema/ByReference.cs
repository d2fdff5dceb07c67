using System.Runtime.CompilerServices;

namespace Pitchly.Generators.Schema;

/// <summary>Compares declarations by identity: two that are written alike are two, and none is looked into.</summary>
internal sealed class ByReference<T> : IEqualityComparer<T>
    where T : class
{
    public static readonly ByReference<T> Instance = new();

    public bool Equals(T x, T y) => ReferenceEquals(x, y);

    public int GetHashCode(T obj) => RuntimeHelpers.GetHashCode(obj);
}
