using Microsoft.CodeAnalysis;

namespace System;

/// <summary>The type that the compiler requires for list patterns and that .NET Standard 2.0 lacks.</summary>
/// <remarks>PolySharp provides this type too, but it emits its types in random order, which makes the package not reproducible.</remarks>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
