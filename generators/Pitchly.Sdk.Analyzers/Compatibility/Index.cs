using Microsoft.CodeAnalysis;

namespace System;

/// <summary>What the compiler asks for before it allows list patterns, which .NET Standard 2.0 lacks.</summary>
/// <remarks>PolySharp has it too, but emits its types in random order, and then the package is not reproducible.</remarks>
[Embedded]
internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
