using System.Runtime.CompilerServices;

namespace Pitchly.Analyzers;

/// <summary>
/// Marks what runs for each operation of a compilation. The runtime optimizes a method only after it has run for a while, and by then a
/// compiler that starts cold is done.
/// </summary>
internal static class Hot
{
    /// <summary>MethodImplOptions.AggressiveOptimization, which .NET Standard 2.0 doesn't name; .NET Framework ignores it.</summary>
    public const MethodImplOptions Path = (MethodImplOptions)512;
}
