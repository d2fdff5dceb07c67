using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pitchly.Analyzers.Baseline;

/// <summary>
/// Computes a fingerprint for each finding that stays the same when other lines move: a hash of the rule, the project, the file, and the
/// reported text. A new secret in an old location therefore has a different fingerprint.
/// </summary>
internal sealed class Fingerprints(string? assembly, string folder)
{
    /// <summary>The name of the diagnostic property that holds the fingerprint.</summary>
    public const string Property = "fingerprint";

    private const string FolderProperty = "build_property.ProjectDir";

    private const int Bytes = 16;

    public static Fingerprints Of(Compilation compilation, AnalyzerConfigOptions options) =>
        new(compilation.AssemblyName, options.TryGetValue(FolderProperty, out var folder) ? Slashed(folder) : "");

    /// <summary>Returns the properties of a finding with its fingerprint added.</summary>
    public ImmutableDictionary<string, string?> Add(ImmutableDictionary<string, string?> properties, string rule, string path, string text)
    {
        var whole = string.Join("\n", rule, assembly, Relative(path), text.Replace("\r\n", "\n"));
        using var algorithm = SHA256.Create();
        var hash = algorithm.ComputeHash(Encoding.UTF8.GetBytes(whole));
        return properties.Add(Property,
            string.Concat(hash.Take(Bytes).Select(one => one.ToString("x2", CultureInfo.InvariantCulture))));
    }

    private string Relative(string path)
    {
        var slashed = Slashed(path);
        return folder.Length > 0 && slashed.StartsWith(folder, StringComparison.Ordinal) ? slashed.Substring(folder.Length)
            : slashed.Substring(slashed.LastIndexOf('/') + 1);
    }

    private static string Slashed(string path) => path.Replace('\\', '/');
}
