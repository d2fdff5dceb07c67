using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// The whole program, looked at only where a secret's way leads: models, flows, callers and writers are found on demand, once.
/// </summary>
internal sealed class SourceProgram(Compilation compilation, ReferencedSources referenced)
{
    /// <summary>A name that stands so often beyond its own type is not followed there, so that the cost stays linear.</summary>
    private const int MaximumOccurrences = 64;

    /// <summary>Binding other files is what costs most, and no two threads should do it for the same question.</summary>
    private readonly object _binding = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, MethodFlow?> _flows = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _writers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);
    private readonly Occurrences _occurrences = new(compilation);
    private readonly ImplicitCreations _implicitCreations = new(compilation);

    public Compilation Compilation => compilation;

    /// <summary>What the projects hold that this one references.</summary>
    public ReferencedSources Referenced => referenced;

    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, NewModel);

    /// <summary>Takes over a model that the compiler has bound already.</summary>
    public void Share(SemanticModel model)
    {
        if (!_models.ContainsKey(model.SyntaxTree))
        {
            _models.TryAdd(model.SyntaxTree, model);
        }
    }

    /// <summary>The operation of an expression, together with the conversion of the user's own that it undergoes where it stands.</summary>
    public IOperation? OperationOf(SyntaxNode syntax, CancellationToken cancellationToken)
    {
        syntax = Bare(syntax);
        var operation = compilation.ContainsSyntaxTree(syntax.SyntaxTree)
            ? ModelOf(syntax.SyntaxTree).GetOperation(syntax, cancellationToken) : null;
        return operation?.Parent is IConversionOperation
        {
            IsImplicit: true,
            OperatorMethod.DeclaringSyntaxReferences.IsEmpty: false
        } converted && converted.Syntax == syntax ? converted : operation;
    }

    /// <summary>
    /// The expression without what leaves its value as it is, and is no operation: parentheses, <c>!</c> and <c>checked</c>.
    /// </summary>
    private static SyntaxNode Bare(SyntaxNode syntax) => syntax switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        CheckedExpressionSyntax one => Bare(one.Expression),
        _ => syntax,
    };

    /// <summary>
    /// Where a symbol is declared in this program, if it is. In an editor another project is a compilation too, with trees of its own, but
    /// in a build it is a file: what it declares is looked at with that project.
    /// </summary>
    public SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellationToken) =>
        DeclarationsOf(symbol, cancellationToken).FirstOrDefault();

    /// <summary>All parts of a declaration in this program, by the names of their files.</summary>
    public IEnumerable<SyntaxNode> DeclarationsOf(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.OriginalDefinition.DeclaringSyntaxReferences
            .Where(reference => compilation.ContainsSyntaxTree(reference.SyntaxTree))
            .OrderBy(reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
            .Select(reference => reference.GetSyntax(cancellationToken));

    public MethodFlow? FlowAround(SyntaxNode node, CancellationToken cancellationToken) =>
        MethodFlow.MemberAround(node) is { } member ? FlowOf(member, cancellationToken) : null;

    public MethodFlow? FlowOf(SyntaxNode member, CancellationToken cancellationToken)
    {
        if (!_flows.TryGetValue(member, out var flow))
        {
            flow = MethodFlow.Create(member, ModelOf(member.SyntaxTree), cancellationToken);
            _flows.TryAdd(member, flow);
        }

        return flow;
    }

    /// <summary>
    /// Every write to a field or property that stands in the source, besides its initializer: the assignments, or the arguments by
    /// reference.
    /// </summary>
    public ImmutableArray<IOperation> WritersOf(ISymbol member, CancellationToken cancellationToken)
    {
        if (!_writers.TryGetValue(member, out var writers))
        {
            writers = [.. NamesOf(member, cancellationToken).Select(name => WriteOf(name, member, cancellationToken))
                .OfType<IOperation>()];
            _writers.TryAdd(member, writers);
        }

        return writers;
    }

    /// <summary>Every call of a method, constructor or local function: invocations, creations and attributes.</summary>
    public ImmutableArray<IOperation> CallersOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (_callers.TryGetValue(method, out var callers))
        {
            return callers;
        }

        lock (_binding)
        {
            return _callers.GetOrAdd(method, _ =>
            [
                .. new CallSites(this, _implicitCreations).Of(method, cancellationToken)
                    .Distinct()
                    .Select(node => OperationOf(node, cancellationToken))
                    .OfType<IOperation>()
                    .Where(call => Overriding.Calls(call, method)),
            ]);
        }
    }

    /// <summary>The methods of the source that an interface's or base class's method may be at run time.</summary>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!_implementations.TryGetValue(method, out var found))
        {
            var name = (method.AssociatedSymbol ?? method).Name;
            found = [.. TokensOf(name, method, cancellationToken)
                .Select(token => token.Parent)
                .Where(node => node is MethodDeclarationSyntax or PropertyDeclarationSyntax)
                .Select(node => ModelOf(node!.SyntaxTree).GetDeclaredSymbol(node, cancellationToken))
                .Select(symbol => symbol as IMethodSymbol ?? (symbol as IPropertySymbol)?.GetMethod)
                .OfType<IMethodSymbol>()
                .Where(candidate => !candidate.IsAbstract && Overriding.Implements(candidate, method))];
            _implementations.TryAdd(method, found);
        }

        return found;
    }

#pragma warning disable RS1030 // A secret's way leads to other files; each that it leads to is modelled once, and none besides.
    private SemanticModel NewModel(SyntaxTree tree) => compilation.GetSemanticModel(tree);
#pragma warning restore RS1030

    /// <summary>Where a member's name is used, as far as it is followed.</summary>
    public IEnumerable<SyntaxNode> NamesOf(ISymbol member, CancellationToken cancellationToken) =>
        TokensOf(member.Name, member, cancellationToken).Select(token => token.Parent!).Where(node => node is SimpleNameSyntax);

    /// <summary>Where a name stands: in its type if it is private or the name is a common one, and else anywhere.</summary>
    public ImmutableArray<SyntaxToken> TokensOf(string name, ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaredAccessibility != Accessibility.Private)
        {
            var anywhere = _occurrences.Anywhere(name, cancellationToken).Take(MaximumOccurrences + 1).ToImmutableArray();
            if (anywhere.Length <= MaximumOccurrences)
            {
                return anywhere;
            }
        }

        var outermost = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        while (outermost?.ContainingType is { } around)
        {
            outermost = around;
        }

        return outermost is null ? []
            : [.. DeclarationsOf(outermost, cancellationToken).SelectMany(type => Occurrences.Within(type, name))];
    }

    private IOperation? WriteOf(SyntaxNode name, ISymbol member, CancellationToken cancellationToken)
    {
        if (Writes.TargetOf(name) is not { } target)
        {
            return null;
        }

        var model = ModelOf(name.SyntaxTree);
        var found = model.GetSymbolInfo(name, cancellationToken).Symbol;
        if (!SymbolEqualityComparer.Default.Equals(found?.OriginalDefinition, member.OriginalDefinition))
        {
            return null;
        }

        var write = target.Parent is NameEqualsSyntax { Parent: { } attributeArgument } ? attributeArgument
            : target.FirstAncestorOrSelf<AssignmentExpressionSyntax>() as SyntaxNode ?? target.Parent;
        return model.GetOperation(write!, cancellationToken);
    }
}
