using System.Reflection;

namespace Pitchly.Generators.Diagnostics;

/// <summary>The URLs of the help pages for diagnostics.</summary>
internal static class HelpLink
{
    /// <summary>The URL of the docs site, from the build property of the same name.</summary>
    private static readonly string Site = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PitchlySite")
        .Value;

    public static string For(string id) => $"{Site}diagnostics/{id}.html";
}
