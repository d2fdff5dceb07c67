using System.Text.Json.Nodes;

namespace Pitchly.Secrets;

/// <summary>A finding in a compiler log.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Level">The severity level: error, warning, or note.</param>
/// <param name="File">The file path, relative to the solution's folder.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
/// <param name="Fingerprint">The analyzer's fingerprint of the finding, for baselines.</param>
/// <param name="State">Whether the finding is suppressed or accepted.</param>
/// <param name="Result">The result in the log.</param>
internal sealed record Finding(string Project, string Rule, string Level, string File, int Line, int Column, string Fingerprint,
    FindingState State, JsonObject Result);

internal enum FindingState
{
    /// <summary>The finding is neither suppressed nor accepted.</summary>
    Open,

    /// <summary>The finding is suppressed in the code.</summary>
    InCode,

    /// <summary>The finding is in the baseline, with a reason.</summary>
    InBaseline,
}
