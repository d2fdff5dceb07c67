using System.Runtime.CompilerServices;

namespace Pitchly.Analyzers;

/// <summary>
/// Marks what runs for each operation of a compilation. A compiler that starts cold is done before the runtime gets to optimize such a method in its
/// stead, so that all calls would be of unoptimized code, half of them instrumented too.
/// </summary>
internal static class Hot
{
    /// <summary>MethodImplOptions.AggressiveOptimization, which .NET Standard 2.0 doesn't name; .NET Framework ignores it.</summary>
    public const MethodImplOptions Path = (MethodImplOptions)512;
}
