using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow.Source;
using Pitchly.Analyzers.Secrets.Reports;

namespace Pitchly.Analyzers.Secrets.Files;

/// <summary>
/// Finds secrets in the additional files of a build: settings, scripts, pages, and resources. Razor files are compiled to C#, so
/// <see cref="CodeWalk"/> checks their code.
/// </summary>
internal static class SecretFileCheck
{
    /// <summary>The maximum length of a checked file in characters. Larger files are not settings.</summary>
    private const int MaximumLength = 1_048_576;

    private const string ScanMetadata = "build_metadata.AdditionalFiles.PitchlySecretScan";

    public static void Check(AdditionalFileAnalysisContext context, ProjectKind kind, FileSeverities severities, CompilationChecks checks)
    {
        var file = context.AdditionalFile;
        if (ReferencedSources.IsSource(file.Path))
        {
            return;
        }

        var settings = context.Options.AnalyzerConfigOptionsProvider.GetOptions(file);
        var options = SecretOptions.Read(settings);
        var isMarked = settings.TryGetValue(ScanMetadata, out var scan) && string.Equals(scan, "true", StringComparison.OrdinalIgnoreCase);
        var isPage = RazorSource.IsPage(file.Path);
        var isWanted = isPage || options.AnalyzeFiles && (isMarked || IsKnown(file.Path));
        if (!isWanted || options.Excludes(file.Path) || file.GetText(context.CancellationToken) is not { Length: <= MaximumLength } text)
        {
            return;
        }

        var reporter = new FileReporter(file.Path, text, IsServed(file.Path)
            && kind is ProjectKind.Server or ProjectKind.Other
            ? ProjectKind.Client
            : kind, severities,
            checks.Fingerprints, found => checks.Findings.Take(found, context.ReportDiagnostic));
        if (isPage)
        {
            new PageCheck(options, reporter).Check(text.ToString());
        }
        else if (!file.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
            || !new JsonFileCheck(options, reporter).Check(file.Path, text.ToString()))
        {
            new TextFileCheck(options, reporter, isScript: IsScript(file.Path))
                .Check(text.ToString());
        }
    }

    /// <summary>Determines whether a file is served to browsers. Files under wwwroot are, whatever the kind of the project.</summary>
    private static bool IsServed(string path) => path.Replace('\\', '/').IndexOf("/wwwroot/", StringComparison.OrdinalIgnoreCase) >= 0;

    private static bool IsScript(string path) =>
        Path.GetExtension(path).ToLowerInvariant() is ".js" or ".mjs" or ".ts" or ".html" or ".htm" or ".svg";

    private static bool IsKnown(string path)
    {
        var name = Path.GetFileName(path).ToLowerInvariant();
        return name.StartsWith("appsettings", StringComparison.Ordinal) && name.EndsWith(".json", StringComparison.Ordinal)
            || name is "launchsettings.json";
    }
}
