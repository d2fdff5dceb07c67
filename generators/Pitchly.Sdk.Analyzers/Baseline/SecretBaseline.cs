using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Pitchly.Generators.Diagnostics;
using Pitchly.Generators.Schema;

namespace Pitchly.Analyzers.Baseline;

/// <summary>
/// Reads the fingerprints of the findings that a review has accepted. The build passes the file that <c>PitchlySecretBaseline</c> names. An
/// entry without a reason accepts nothing.
/// </summary>
internal static class SecretBaseline
{
    private const string Findings = "findings";

    private const string Reason = "reason";

    /// <summary>Reads the fingerprints that a baseline accepts.</summary>
    public static ImmutableHashSet<string> Read(AdditionalText file, CancellationToken cancellationToken)
    {
        var text = file.GetText(cancellationToken)?.ToString() ?? "";
        var root = JsonTreeReader.Read(text, new DiagnosticBag(file.Path));
        var entries = root?.Members.FirstOrDefault(member => member.Name.Text == Findings)?.Value.Items;
        return entries is null ? [] : [.. entries.Where(entry => TextOf(entry, Reason).Trim().Length > 0)
            .Select(entry => TextOf(entry, Fingerprints.Property))];
    }

    private static string TextOf(JsonNode entry, string name) =>
        entry.Members.FirstOrDefault(member => member.Name.Text == name)?.Value is { Kind: JsonKinds.String } value ? value.Text : "";
}
