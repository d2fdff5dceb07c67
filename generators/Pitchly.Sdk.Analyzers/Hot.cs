using System.Runtime.CompilerServices;

namespace Pitchly.Analyzers;

/// <summary>
/// Marks methods that run for each operation of a compilation. The runtime optimizes a method only after it has run for some time, and a
/// compiler process that starts cold has finished by then.
/// </summary>
internal static class Hot
{
    /// <summary>MethodImplOptions.AggressiveOptimization, which .NET Standard 2.0 does not define. .NET Framework ignores it.</summary>
    public const MethodImplOptions Path = (MethodImplOptions)512;
}
