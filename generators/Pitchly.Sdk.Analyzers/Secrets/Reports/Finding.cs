using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>A secret that came to a place. Several places may claim the same literal.</summary>
/// <param name="Diagnostic">What is told, if this one is.</param>
/// <param name="Claimed">The literal, or the first of several that make the secret.</param>
/// <param name="Part">The part of the literal, if it is not the whole.</param>
/// <param name="Sink">The place that it came to.</param>
/// <param name="Strength">How sure it is that the place is meant for a secret.</param>
/// <param name="IsOwn">Whether the place is in the same body as the literal.</param>
internal sealed record Finding(Diagnostic Diagnostic, SyntaxNode Claimed, TextSpan? Part, SyntaxNode Sink, SinkStrength Strength,
    bool IsOwn)
{
    /// <summary>One of those with the same key is told.</summary>
    public (SyntaxTree Tree, TextSpan Span, string Rule) Key => (Claimed.SyntaxTree, Part ?? Claimed.Span, Diagnostic.Id);
}
