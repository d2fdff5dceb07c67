using System.Reflection;

namespace Pitchly.Generators.Diagnostics;

/// <summary>The addresses of the pages that explain diagnostics.</summary>
internal static class HelpLink
{
    /// <summary>The address of the docs site, from the build's property of the same name.</summary>
    private static readonly string Site = typeof(HelpLink).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => metadata.Key == "PitchlySite")
        .Value;

    public static string For(string id) => $"{Site}diagnostics/{id}.html";
}
