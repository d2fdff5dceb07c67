using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>Collects the findings of one body.</summary>
internal sealed class BodyFindings(SecretReporter reporter, AllFindings all, OperationBlockAnalysisContext body)
{
    private List<Finding>? _found;

    public ProjectKind Kind => reporter.Kind;

    /// <summary>Adds a string that is used as a secret and is built from one or more literals.</summary>
    public void Secret(ImmutableArray<SyntaxNode> literals, SyntaxNode sink, string description, bool isToken, SinkStrength strength) =>
        Add(reporter.Secret(literals, null, sink, description, isToken), literals, null, sink, strength);

    /// <summary>Adds a literal, or a part of it, that is a secret.</summary>
    public void Secret(SyntaxNode literal, TextSpan? part, string description, bool isToken) =>
        Add(reporter.Secret([literal], part, literal, description, isToken), [literal], part, literal, SinkStrength.Named);

    /// <summary>Adds a string with the shape of a secret, located at a part of its first literal if one is given.</summary>
    public void Shape(ImmutableArray<SyntaxNode> literals, TextSpan? part, SyntaxNode sink, ShapeKind shape) =>
        Add(reporter.Shape(literals, part, shape), literals, part, sink, SinkStrength.Schema);

    public void AsAppId(SyntaxNode value, SyntaxNode sink, string description) =>
        Add(reporter.AsAppId(value, description), [value], null, sink, SinkStrength.Named);

    public void InMessage(SyntaxNode value, string name, string writer) =>
        Add(reporter.InMessage(value, name, writer), [value], null, value, SinkStrength.Named);

    public void InLibrary(SyntaxNode reference, SyntaxNode sink, ISymbol constant) =>
        Add(reporter.InLibrary(reference, constant), [reference], null, sink, SinkStrength.Named);

    /// <summary>Submits the findings after the body has been checked.</summary>
    public void End()
    {
        if (_found is not null)
        {
            all.Take(_found, body.ReportDiagnostic);
        }
    }

    private void Add(Diagnostic? diagnostic, ImmutableArray<SyntaxNode> literals, TextSpan? part, SyntaxNode sink, SinkStrength strength)
    {
        if (diagnostic is not null)
        {
            (_found ??= []).Add(new Finding(diagnostic, literals[0], part, sink, strength, literals.All(IsHere)));
        }
    }

    private bool IsHere(SyntaxNode literal) =>
        body.OperationBlocks.Any(block => block.Syntax.SyntaxTree == literal.SyntaxTree && block.Syntax.Span.Contains(literal.Span));
}
