using System.Text.Json.Nodes;

namespace Pitchly.Secrets;

/// <summary>A finding as the compiler logged it.</summary>
/// <param name="Project">The project's name.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Level">How bad it is: error, warning, or note.</param>
/// <param name="File">The file, seen from the solution's folder.</param>
/// <param name="Line">The line, counted from 1.</param>
/// <param name="Column">The column, counted from 1.</param>
/// <param name="Fingerprint">What the analyzer calls it in baselines.</param>
/// <param name="State">Whether someone has accepted it.</param>
/// <param name="Result">The result in the log.</param>
internal sealed record Finding(string Project, string Rule, string Level, string File, int Line, int Column, string Fingerprint,
    FindingState State, JsonObject Result);

internal enum FindingState
{
    /// <summary>No one has said anything of it.</summary>
    Open,

    /// <summary>It is suppressed in the code.</summary>
    InCode,

    /// <summary>It stands in the baseline, with a reason.</summary>
    InBaseline,
}
