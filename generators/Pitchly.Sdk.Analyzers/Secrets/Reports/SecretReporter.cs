using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Pitchly.Analyzers.Baseline;
using Pitchly.Analyzers.Diagnostics;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Values;

namespace Pitchly.Analyzers.Secrets.Reports;

/// <summary>
/// Creates the diagnostics: the message, the location of the literal, and the severity for the kind of project. A method returns
/// <see langword="null"/> if the settings of a page suppress the diagnostic.
/// </summary>
internal sealed class SecretReporter(ProjectKind kind, ImmutableArray<AdditionalText> files, Fingerprints fingerprints,
    CancellationToken cancellationToken)
{
    /// <summary>
    /// The name of the diagnostic property with the number of literals, if several form the secret. The literals after the first are the
    /// first additional locations.
    /// </summary>
    private const string Pieces = "pieces";

    private readonly FileSeverities _severities = new(files, cancellationToken);
    private readonly RazorSource _razor = new(files);

    public ProjectKind Kind => kind;

    public Diagnostic? Secret(ImmutableArray<SyntaxNode> literals, TextSpan? part, SyntaxNode sink, string description, bool isToken)
    {
        var (rule, usage) = isToken ? (SecretRules.TokenInCode, $", used as {description}") : (SecretRules.SecretInCode, description);
        return Report(rule, literals, part, [sink], usage, SecretRules.RecommendationFor(kind));
    }

    public Diagnostic? Shape(ImmutableArray<SyntaxNode> literals, TextSpan? part, ShapeKind shape) => shape == ShapeKind.AppSecret
        ? Report(SecretRules.AppSecretText, literals, part, [], SecretRules.RecommendationFor(kind))
        : Report(SecretRules.TokenInCode, literals, part, [], "", SecretRules.RecommendationFor(kind));

    /// <summary>Creates the diagnostic for a string with the shape of a secret that is not a literal of an operation.</summary>
    public Diagnostic ShapeAt(Location place, ShapeKind shape)
    {
        var severity = SecretRules.SeverityIn(kind, hasShape: true);
        return shape == ShapeKind.AppSecret
            ? At(place, SecretRules.AppSecretText, severity, SecretRules.RecommendationFor(kind))
            : At(place, SecretRules.TokenInCode, severity, "", SecretRules.RecommendationFor(kind));
    }

    /// <summary>Creates the diagnostic for a string with the name of a secret, in text that no operation covers.</summary>
    public Diagnostic SecretAt(Location place, string description, bool isToken)
    {
        var severity = SecretRules.SeverityIn(kind, hasShape: false);
        var (rule, usage) = isToken ? (SecretRules.TokenInCode, $", used as {description}") : (SecretRules.SecretInCode, description);
        return At(place, rule, severity, usage, SecretRules.RecommendationFor(kind));
    }

    public Diagnostic TokenAt(Location place, string description) =>
        At(place, SecretRules.SecretInCode, SecretRules.SeverityIn(kind, hasShape: false), description,
            SecretRules.RecommendationFor(kind));

    public Diagnostic? AsAppId(SyntaxNode value, string sink) => Report(SecretRules.SecretAsAppId, [value], null, [], sink);

    public Diagnostic? InMessage(SyntaxNode value, string name, string writer) =>
        Report(SecretRules.SecretInMessage, [value], null, [], name, writer);

    public Diagnostic? InLibrary(SyntaxNode reference, ISymbol constant) =>
        Report(SecretRules.SecretInLibrary, [reference], null, [], constant.Name, constant.ContainingAssembly.Name);

    private Diagnostic At(Location place, DiagnosticDescriptor rule, DiagnosticSeverity severity, params object[] arguments)
    {
        var text = place.SourceTree!.GetText(cancellationToken).ToString(place.SourceSpan);
        var properties = fingerprints.Add(ImmutableDictionary<string, string?>.Empty, rule.Id, place.SourceTree.FilePath, text);
        return Diagnostic.Create(rule, place, severity, additionalLocations: null, properties, arguments);
    }

    private Diagnostic? Report(
        DiagnosticDescriptor rule, ImmutableArray<SyntaxNode> literals, TextSpan? part, ImmutableArray<SyntaxNode> sink,
            params object[] arguments)
    {
        var first = literals[0];
        var severity = SecretRules.SeverityOf(rule, kind, hasShape: sink.IsEmpty);
        var others = literals.Skip(1).Concat(sink).Select(other => other.GetLocation());
        var properties = literals.Length == 1
            ? ImmutableDictionary<string, string?>.Empty
            : ImmutableDictionary<string, string?>.Empty.Add(Pieces, literals.Length.ToString(CultureInfo.InvariantCulture));
        var written = part is { } whole ? first.SyntaxTree.GetText(cancellationToken).ToString(whole)
            : string.Concat(literals.Select(literal => literal.ToString()));
        var page = RazorSource.PathOf(first.SyntaxTree);
        properties = fingerprints.Add(properties, rule.Id, page ?? first.SyntaxTree.FilePath, written);
        if (page is not { } path)
        {
            var at = part is { } span ? Location.Create(first.SyntaxTree, span) : first.GetLocation();
            return Diagnostic.Create(rule, at, severity, others, properties, arguments);
        }

        var (location, text) = _razor.Locate(first, part, path, cancellationToken);
        var mapped = others.Where(other => other.SourceTree is null || other.GetMappedLineSpan().HasMappedPath);
        var isSuppressed = text is not null && RazorSource.IsSuppressed(text, location.SourceSpan.Start, rule.Id);
        return _severities.Adjust(path, rule.Id, severity) is { } adjusted && !isSuppressed
            ? Diagnostic.Create(rule, location, adjusted, mapped, properties, arguments)
            : null;
    }
}
