using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;

namespace Pitchly.Analyzers.Secrets;

/// <summary>Reports each secret once, at its literal, with the severity that the project's kind asks for.</summary>
internal sealed class SecretReporter(ProjectKind kind)
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), bool> _reported = new();

    public ProjectKind Kind => kind;

    /// <summary>Reports a text that becomes a secret.</summary>
    public void Secret(Action<Diagnostic> report, ImmutableArray<SyntaxNode> literals, SyntaxNode sink, string description, bool isToken)
    {
        if (!Claim(literals[0]))
        {
            return;
        }

        var location = literals.Length == 1 ? literals[0].GetLocation() : sink.GetLocation();
        var others = literals.Length == 1 ? [sink.GetLocation()] : literals.Select(literal => literal.GetLocation());
        report(isToken
            ? Create(SecretRules.TokenInCode, location, SeverityOf(hasShape: false), others, $", and becomes {description}", SecretRules.CureIn(kind))
            : Create(SecretRules.SecretInCode, location, SeverityOf(hasShape: false), others, description, SecretRules.CureIn(kind)));
    }

    /// <summary>Reports a text that has the shape of a secret.</summary>
    public void Shape(Action<Diagnostic> report, SyntaxNode literal, Location location, Values.ShapeKind shape, ImmutableArray<Location> pieces)
    {
        if (Claim(literal))
        {
            report(OfShape(location, shape, pieces));
        }
    }

    public Diagnostic OfShape(Location location, Values.ShapeKind shape, ImmutableArray<Location> pieces) => shape == Values.ShapeKind.AppSecret
        ? Create(SecretRules.AppSecretText, location, SeverityOf(hasShape: true), pieces, SecretRules.CureIn(kind))
        : Create(SecretRules.TokenInCode, location, SeverityOf(hasShape: true), pieces, "", SecretRules.CureIn(kind));

    public Diagnostic OfFile(Location location, string description, bool isToken) => isToken
        ? Create(SecretRules.TokenInCode, location, SeverityOf(hasShape: false), [], $", as {description}", SecretRules.CureIn(kind))
        : Create(SecretRules.SecretInCode, location, SeverityOf(hasShape: false), [], description, SecretRules.CureIn(kind));

    public void AsAppId(Action<Diagnostic> report, SyntaxNode value, string sink)
    {
        if (Claim(value))
        {
            report(Diagnostic.Create(SecretRules.SecretAsAppId, value.GetLocation(), sink));
        }
    }

    /// <summary>Whether nothing has been reported at this place yet.</summary>
    public bool Claim(SyntaxNode literal) => _reported.TryAdd((literal.SyntaxTree, literal.Span), true);

    private DiagnosticSeverity SeverityOf(bool hasShape) => SecretRules.SeverityIn(kind, hasShape);

    private static Diagnostic Create(DiagnosticDescriptor rule, Location location, DiagnosticSeverity severity, IEnumerable<Location> others, params object[] arguments) =>
        Diagnostic.Create(rule, location, severity, others, properties: null, arguments);
}
