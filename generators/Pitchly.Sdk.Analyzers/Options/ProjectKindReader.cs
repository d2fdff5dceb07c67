using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Analyzers.Options;

/// <summary>
/// Determines the kind of a project from its build properties, which buildTransitive/net8.0/Pitchly.Sdk.targets makes visible, and from its
/// references.
/// </summary>
internal static class ProjectKindReader
{
    private static readonly string[] PropertiesOfClients =
    [
        "build_property.UsingMicrosoftNETSdkBlazorWebAssembly", "build_property.UseMaui", "build_property.UseWPF",
        "build_property.UseWindowsForms",
    ];

    public static ProjectKind Read(Compilation compilation, AnalyzerConfigOptions options)
    {
        if ((Overridden(options, "pitchly_secrets.project_kind") ?? Overridden(options, "build_property.PitchlyProjectKind")) is { } chosen)
        {
            return chosen;
        }

        if (IsTrue(options, "build_property.IsTestProject") || IsTrue(options, "build_property.IsTestingPlatformApplication"))
        {
            return ProjectKind.Test;
        }

        if (IsClient(options) || ClientFrameworks.Any(name => References(compilation, name)))
        {
            return ProjectKind.Client;
        }

        return IsTrue(options, "build_property.UsingMicrosoftNETSdkWeb") || IsTrue(options, "build_property.UsingMicrosoftNETSdkWorker")
            ? ProjectKind.Server
            : ProjectKind.Other;
    }

    private static ProjectKind? Overridden(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var text) && Enum.TryParse<ProjectKind>(text, ignoreCase: true, out var kind)
            && Enum.IsDefined(typeof(ProjectKind), kind)
            ? kind
            : null;

    private static bool IsClient(AnalyzerConfigOptions options)
    {
        if (PropertiesOfClients.Any(name => IsTrue(options, name)))
        {
            return true;
        }

        var runtime = Text(options, "build_property.RuntimeIdentifier");
        var platform = Text(options, "build_property.TargetPlatformIdentifier");
        var framework = Text(options, "build_property.TargetFramework");
        return runtime is "browser-wasm"
            || string.Equals(Text(options, "build_property._SupportedPlatformList"), "browser", StringComparison.OrdinalIgnoreCase)
            || DevicePlatforms.Any(name => string.Equals(platform, name, StringComparison.OrdinalIgnoreCase)
                || framework.IndexOf("-" + name, StringComparison.OrdinalIgnoreCase) >= 0
                || runtime.StartsWith(name + "-", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>
    /// The assemblies of frameworks for programs that users install: Avalonia, Uno, WinUI, Blazor in a web view (MAUI, WPF, Windows Forms),
    /// Electron.NET, Photino, Unity.
    /// </summary>
    private static readonly string[] ClientFrameworks =
    [
        "Avalonia.Controls", "Uno.UI", "Microsoft.WinUI", "Microsoft.AspNetCore.Components.WebView", "ElectronNET", "Photino.NET",
        "UnityEngine",
    ];

    private static readonly string[] DevicePlatforms = ["android", "ios", "maccatalyst", "tvos", "tizen", "browser"];

    private static bool References(Compilation compilation, string assembly) =>
        compilation.ReferencedAssemblyNames
            .Any(name => name.Name == assembly || name.Name.StartsWith(assembly + ".", StringComparison.Ordinal));

    private static bool IsTrue(AnalyzerConfigOptions options, string key) =>
        string.Equals(Text(options, key), "true", StringComparison.OrdinalIgnoreCase);

    private static string Text(AnalyzerConfigOptions options, string key) => options.TryGetValue(key, out var text) ? text.Trim() : "";
}
