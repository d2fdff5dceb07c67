using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>A secret that reaches a sink. Several sinks may claim the same literal.</summary>
/// <param name="Diagnostic">The diagnostic to report if this finding is selected.</param>
/// <param name="Claimed">The literal, or the first of several literals that form the secret.</param>
/// <param name="Part">The part of the literal, if it is not the whole.</param>
/// <param name="Sink">The sink that the literal reaches.</param>
/// <param name="Strength">How certain it is that the sink expects a secret.</param>
/// <param name="IsOwn">Whether the sink is in the same body as the literals.</param>
internal sealed record Finding(Diagnostic Diagnostic, SyntaxNode Claimed, TextSpan? Part, SyntaxNode Sink, SinkStrength Strength,
    bool IsOwn)
{
    /// <summary>Gets the key of the finding. Only one of the findings with the same key is reported.</summary>
    public (SyntaxTree Tree, TextSpan Span, string Rule) Key => (Claimed.SyntaxTree, Part ?? Claimed.Span, Diagnostic.Id);
}
