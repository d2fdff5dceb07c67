using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>
/// The whole program, which is analyzed only where a secret is traced. Models, flows, callers, and writers are found on demand and cached.
/// </summary>
internal sealed class SourceProgram(Compilation compilation, ReferencedSources referenced)
{
    /// <summary>Prevents two threads from binding other files for the same question. Binding is the most expensive operation.</summary>
    private readonly object _binding = new();

    private readonly ConcurrentDictionary<SyntaxTree, SemanticModel> _models = new();
    private readonly ConcurrentDictionary<SyntaxNode, MethodFlow?> _flows = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _writers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _callers = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IMethodSymbol>> _implementations = new(SymbolEqualityComparer.Default);
    private readonly ImplicitCreations _implicitCreations = new(compilation);

    public Compilation Compilation => compilation;

    /// <summary>Gets the declarations and uses of names in the program.</summary>
    public SourceNames Names { get; } = new(compilation);

    /// <summary>Gets the sources of the referenced projects.</summary>
    public ReferencedSources Referenced => referenced;

    public SemanticModel ModelOf(SyntaxTree tree) => _models.GetOrAdd(tree, NewModel);

    /// <summary>Adds a semantic model that the compiler has already bound.</summary>
    public void Share(SemanticModel model)
    {
        if (!_models.ContainsKey(model.SyntaxTree))
        {
            _models.TryAdd(model.SyntaxTree, model);
        }
    }

    /// <summary>Returns the operation of an expression, including a user-defined implicit conversion that is applied to it.</summary>
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
    /// Removes syntax around an expression that does not change its value and is not an operation: parentheses, <c>!</c> and
    /// <c>checked</c>.
    /// </summary>
    private static SyntaxNode Bare(SyntaxNode syntax) => syntax switch
    {
        PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } sure => Bare(sure.Operand),
        ParenthesizedExpressionSyntax parenthesized => Bare(parenthesized.Expression),
        CheckedExpressionSyntax one => Bare(one.Expression),
        _ => syntax,
    };

    /// <summary>
    /// Returns the declaration of a symbol in this program, if there is one. In an editor, another project is a compilation with its own
    /// syntax trees; in a build, it is a file. Its declarations are checked together with that project.
    /// </summary>
    public SyntaxNode? DeclarationOf(ISymbol symbol, CancellationToken cancellationToken) =>
        Names.DeclarationsOf(symbol, cancellationToken).FirstOrDefault();

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
    /// Returns every write to a field or property in the source, except its initializer: the assignments and the by-reference arguments.
    /// </summary>
    public ImmutableArray<IOperation> WritersOf(ISymbol member, CancellationToken cancellationToken)
    {
        if (!_writers.TryGetValue(member, out var writers))
        {
            writers = [.. Names.NamesOf(member, cancellationToken).Select(name => WriteOf(name, member, cancellationToken))
                .OfType<IOperation>()];
            _writers.TryAdd(member, writers);
        }

        return writers;
    }

    /// <summary>Returns every call of a method, constructor, or local function: invocations, creations, and attributes.</summary>
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
                .. new CallSites(Names, _implicitCreations, ModelOf).Of(method, cancellationToken)
                    .Distinct()
                    .Select(node => OperationOf(node, cancellationToken))
                    .OfType<IOperation>()
                    .Where(call => Overriding.Calls(call, method)),
            ]);
        }
    }

    /// <summary>Returns the methods of the source that a call of an interface's or base class's method may run.</summary>
    public ImmutableArray<IMethodSymbol> ImplementationsOf(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (!_implementations.TryGetValue(method, out var found))
        {
            var name = (method.AssociatedSymbol ?? method).Name;
            found = [.. Names.TokensOf(name, method, cancellationToken)
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
