using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Options;
using Pitchly.Analyzers.Secrets.Flow;
using Pitchly.Analyzers.Secrets.Sinks;

namespace Pitchly.Analyzers.Secrets;

/// <summary>The analysis of one compilation: hands each operation and literal to those who know about it.</summary>
internal sealed class SecretAnalysis
{
    private readonly AnalyzerOptions _options;
    private readonly SecretReporter _reporter;
    private readonly SourceProgram _program;
    private readonly ConcurrentDictionary<SyntaxTree, TreeChecks?> _trees = new();
    private readonly ConcurrentDictionary<string, TreeChecks> _byOptions = new(StringComparer.Ordinal);

    public SecretAnalysis(Compilation compilation, AnalyzerOptions options, SecretReporter reporter)
    {
        _options = options;
        _reporter = reporter;
        _program = new SourceProgram(compilation);
    }

    public void OnText(SyntaxNodeAnalysisContext context)
    {
        if (ChecksOf(context.Node.SyntaxTree, context.IsGeneratedCode) is { } checks)
        {
            var text = context.Node is InterpolatedStringTextSyntax part ? part.TextToken.ValueText : ((LiteralExpressionSyntax)context.Node).Token.ValueText;
            checks.Texts.Check(context.Node, text, context);
        }
    }

    public void OnOperation(OperationAnalysisContext context)
    {
        if (ChecksOf(context.Operation.Syntax.SyntaxTree, context.IsGeneratedCode) is not { } checks)
        {
            return;
        }

        var check = new SinkCheck(checks, _program, _reporter, context);
        switch (context.Operation.Kind)
        {
            case OperationKind.Argument:
                var argument = (IArgumentOperation)context.Operation;
                check.Sink(checks.Named.Of(argument));
                check.AppId(argument);
                break;
            case OperationKind.SimpleAssignment:
                var assignment = (ISimpleAssignmentOperation)context.Operation;
                check.Assignment(assignment);
                check.Sink(checks.Keyed.Of(assignment));
                check.AppId(assignment);
                break;
            case OperationKind.DeconstructionAssignment:
                check.Deconstruction((IDeconstructionAssignmentOperation)context.Operation);
                break;
            case OperationKind.CompoundAssignment or OperationKind.CoalesceAssignment:
                check.Sink(checks.Named.Of((IAssignmentOperation)context.Operation));
                break;
            case OperationKind.VariableDeclarator:
                check.Declarator((IVariableDeclaratorOperation)context.Operation);
                break;
            case OperationKind.FieldInitializer or OperationKind.PropertyInitializer or OperationKind.ParameterInitializer:
                check.Sink(checks.Named.Of((ISymbolInitializerOperation)context.Operation));
                break;
            case OperationKind.Return:
                check.Returned(checks.Named.Of((IReturnOperation)context.Operation, context.ContainingSymbol), context.ContainingSymbol as IMethodSymbol);
                break;
            case OperationKind.Coalesce:
                check.Sink(checks.Keyed.Of((ICoalesceOperation)context.Operation));
                break;
            case OperationKind.Tuple:
                var tuple = (ITupleOperation)context.Operation;
                check.Tuple(tuple);
                check.Sink(checks.Keyed.Of(tuple));
                break;
            case OperationKind.Binary:
                var binary = (IBinaryOperation)context.Operation;
                check.Comparison(binary);
                check.Composite(binary);
                break;
            case OperationKind.IsPattern:
                check.Comparison((IIsPatternOperation)context.Operation);
                break;
            case OperationKind.InterpolatedString:
                check.Composite((IInterpolatedStringOperation)context.Operation);
                break;
            case OperationKind.Invocation:
                var invocation = (IInvocationOperation)context.Operation;
                check.Sink(checks.Keyed.Of(invocation));
                check.Comparison(invocation);
                check.Composite(invocation);
                check.Message(invocation);
                break;
            case OperationKind.ObjectCreation:
                var creation = (IObjectCreationOperation)context.Operation;
                check.Sink(checks.Keyed.Of(creation));
                check.Sink(CryptoSinks.Of(creation));
                check.Characters(creation);
                check.Message(creation);
                break;
            case OperationKind.FieldReference:
                check.LibraryConstant((IFieldReferenceOperation)context.Operation);
                break;
        }
    }

    /// <summary>What is needed to check a file; nothing for generated code, but for what is generated of Razor files.</summary>
    private TreeChecks? ChecksOf(SyntaxTree tree, bool isGenerated)
    {
        if (_trees.TryGetValue(tree, out var checks))
        {
            return checks;
        }

        checks = isGenerated && !RazorSource.IsRazor(tree) ? null : ChecksUnder(_options.AnalyzerConfigOptionsProvider.GetOptions(tree));
        checks = checks?.Options.Excludes(tree.FilePath) == true ? null : checks;
        _trees.TryAdd(tree, checks);
        return checks;
    }

    /// <summary>Files of the same options share what is known about names.</summary>
    private TreeChecks ChecksUnder(AnalyzerConfigOptions options)
    {
        var written = SecretOptions.Written(options);
        if (!_byOptions.TryGetValue(written, out var checks))
        {
            checks = _byOptions.GetOrAdd(written, new TreeChecks(SecretOptions.Read(options), _reporter));
        }

        return checks;
    }
}
