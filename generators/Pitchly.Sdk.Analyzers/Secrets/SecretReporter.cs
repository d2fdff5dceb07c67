using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets;

/// <summary>Reports each secret once, at its literal, with the severity that the project's kind asks for.</summary>
internal sealed class SecretReporter(ProjectKind kind, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
{
    private readonly ConcurrentDictionary<(SyntaxTree Tree, TextSpan Span), bool> _reported = new();
    private readonly FileSeverities _severities = new(files, cancellationToken);
    private readonly RazorSource _razor = new(files);

    public ProjectKind Kind => kind;

    /// <summary>Reports a text that becomes a secret: at the literal, or where several literals come together.</summary>
    public void Secret(Action<Diagnostic> report, ImmutableArray<SyntaxNode> literals, SyntaxNode sink, string description, bool isToken)
    {
        if (!Claim(literals[0]))
        {
            return;
        }

        var place = literals.Length == 1 ? literals[0] : sink;
        var others = literals.Length == 1 ? [sink.GetLocation()] : literals.Select(literal => literal.GetLocation());
        var rule = isToken ? SecretRules.TokenInCode : SecretRules.SecretInCode;
        Report(report, rule, place, null, SecretRules.SeverityIn(kind, hasShape: false), others, isToken ? $", and becomes {description}" : description, SecretRules.CureIn(kind));
    }

    /// <summary>Reports a text that has the shape of a secret, at a part of the literal if one is given.</summary>
    public void Shape(Action<Diagnostic> report, SyntaxNode literal, SyntaxNode place, TextSpan? part, ShapeKind shape, ImmutableArray<Location> pieces)
    {
        if (!Claim(literal))
        {
            return;
        }

        var severity = SecretRules.SeverityIn(kind, hasShape: true);
        if (shape == ShapeKind.AppSecret)
        {
            Report(report, SecretRules.AppSecretText, place, part, severity, pieces, SecretRules.CureIn(kind));
        }
        else
        {
            Report(report, SecretRules.TokenInCode, place, part, severity, pieces, "", SecretRules.CureIn(kind));
        }
    }

    public void AsAppId(Action<Diagnostic> report, SyntaxNode value, string sink)
    {
        if (Claim(value))
        {
            Report(report, SecretRules.SecretAsAppId, value, null, SecretRules.SecretAsAppId.DefaultSeverity, [], sink);
        }
    }

    public void InMessage(Action<Diagnostic> report, SyntaxNode value, string name, string writer)
    {
        if (Claim(value))
        {
            Report(report, SecretRules.SecretInMessage, value, null, SecretRules.SecretInMessage.DefaultSeverity, [], name, writer);
        }
    }

    public void InLibrary(Action<Diagnostic> report, SyntaxNode reference, string constant, string library)
    {
        if (Claim(reference))
        {
            Report(report, SecretRules.SecretInLibrary, reference, null, SecretRules.SecretInLibrary.DefaultSeverity, [], constant, library);
        }
    }

    /// <summary>Whether nothing has been reported at this place yet.</summary>
    private bool Claim(SyntaxNode literal) => _reported.TryAdd((literal.SyntaxTree, literal.Span), true);

    private void Report(
        Action<Diagnostic> report, DiagnosticDescriptor rule, SyntaxNode place, TextSpan? part, DiagnosticSeverity severity, IEnumerable<Location> others, params object[] arguments)
    {
        if (RazorSource.PathOf(place.SyntaxTree) is not { } path)
        {
            report(Diagnostic.Create(rule, part is { } span ? Location.Create(place.SyntaxTree, span) : place.GetLocation(), severity, others, properties: null, arguments));
            return;
        }

        var (location, page) = _razor.Locate(place, path, cancellationToken);
        if (_severities.Adjust(path, rule.Id, severity) is { } adjusted && (page is null || !RazorSource.IsSuppressed(page, location.SourceSpan.Start, rule.Id)))
        {
            report(Diagnostic.Create(rule, location, adjusted, others.Where(other => other.SourceTree is null || other.GetMappedLineSpan().HasMappedPath), properties: null, arguments));
        }
    }
}
