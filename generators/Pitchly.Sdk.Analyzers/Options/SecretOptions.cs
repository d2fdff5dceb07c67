using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Diagnostics;
using Pitchly.Analyzers.Secrets.Names;

namespace Pitchly.Analyzers.Options;

/// <summary>The options that users set in <c>.editorconfig</c> or <c>.globalconfig</c>. An invalid value is ignored.</summary>
internal sealed class SecretOptions
{
    /// <summary>The minimum length of a secret if the option does not set one. Shorter strings are not reported.</summary>
    public const int DefaultMinimumLength = 6;

    /// <summary>The maximum length of the key of a form field, header, or setting. A longer string is not a key.</summary>
    public const int LongestKey = 80;

    private const string AdditionalNamesKey = "additional_names";

    private const string IgnoredNamesKey = "ignored_names";

    private const string SafeValuesKey = "safe_values";

    private const string ExcludedFilesKey = "excluded_files";

    private const string MinimumLengthKey = "minimum_length";

    private const string ReportWordLikeKey = "report_word_like";

    private const string AnalyzeFilesKey = "analyze_files";

    private static readonly string[] All = [AdditionalNamesKey, IgnoredNamesKey, SafeValuesKey, ExcludedFilesKey, MinimumLengthKey,
        ReportWordLikeKey, AnalyzeFilesKey];

    /// <summary>The timeout of a user's regular expression.</summary>
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(100);

    private SecretOptions(AnalyzerConfigOptions options)
    {
        AdditionalNames = Names(options, AdditionalNamesKey);
        IgnoredNames = Names(options, IgnoredNamesKey);
        SafeValues = Pattern(Text(options, SafeValuesKey));
        ExcludedFiles = Globs(Text(options, ExcludedFilesKey));
        MinimumLength = int.TryParse(Text(options, MinimumLengthKey), out var length) && length > 0 ? length : DefaultMinimumLength;
        ReportWordLike = !string.Equals(Text(options, ReportWordLikeKey), "false", StringComparison.OrdinalIgnoreCase);
        AnalyzeFiles = !string.Equals(Text(options, AnalyzeFilesKey), "false", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Gets additional names of secrets, each with its words joined in lower case.</summary>
    public ImmutableHashSet<string> AdditionalNames { get; }

    public ImmutableHashSet<string> IgnoredNames { get; }

    /// <summary>Gets the pattern of values that are not secrets.</summary>
    public Regex? SafeValues { get; }

    public Regex? ExcludedFiles { get; }

    public int MinimumLength { get; }

    /// <summary>Gets a value indicating whether strings of only letters are reported, such as <c>swordfish</c>.</summary>
    public bool ReportWordLike { get; }

    /// <summary>Gets a value indicating whether the additional files of the build are checked too.</summary>
    public bool AnalyzeFiles { get; }

    /// <summary>
    /// Determines whether the analyzer runs in an editor, which needs the findings of each body separately (Live.globalconfig).
    /// </summary>
    public static bool IsLive(AnalyzerConfigOptions options) =>
        string.Equals(Text(options, "live"), "true", StringComparison.OrdinalIgnoreCase);

    public static SecretOptions Read(AnalyzerConfigOptions options) => new(options);

    /// <summary>Returns the options as they are written. Equal strings mean equal options.</summary>
    public static string Written(AnalyzerConfigOptions options)
    {
        var written = "";
        foreach (var name in All)
        {
            var text = Text(options, name);
            written = text.Length == 0 ? written : $"{written}{name}={text}\n";
        }

        return written;
    }

    public bool Excludes(string path) => ExcludedFiles is not null && Matches(ExcludedFiles, path.Replace('\\', '/'));

    public bool IsSafe(string value) => SafeValues is not null && Matches(SafeValues, value);

    private static bool Matches(Regex pattern, string text)
    {
        try
        {
            return pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static string Text(AnalyzerConfigOptions options, string name) =>
        options.TryGetValue("pitchly_secrets." + name, out var text) ? text.Trim() : "";

    private static ImmutableHashSet<string> Names(AnalyzerConfigOptions options, string name) =>
        [.. Text(options, name).Split([',', ';'], StringSplitOptions.RemoveEmptyEntries)
            .Select(one => string.Concat(Words.Split(one.Trim()))).Where(one => one.Length > 0)];

    private static Regex? Pattern(string text)
    {
        try
        {
            return text.Length == 0 ? null : new Regex(text, RegexOptions.CultureInvariant, RegexTimeout);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Regex? Globs(string text)
    {
        var globs = text.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries).Select(one => one.Trim()).Where(one => one.Length > 0)
            .ToList();
        return globs.Count == 0
            ? null
            : Pattern("(^|/)(" + string.Join("|",
                globs.Select(glob => Regex.Escape(glob.Replace('\\', '/')).Replace(@"\*\*/", "(.*/)?").Replace(@"\*\*", ".*")
                .Replace(@"\*", "[^/]*").Replace(@"\?", "[^/]"))) + ")$");
    }
}
