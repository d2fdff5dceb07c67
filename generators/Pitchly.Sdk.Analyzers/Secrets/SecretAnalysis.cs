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
        switch (context.Operation)
        {
            case IArgumentOperation argument:
                check.Sink(checks.Named.Of(argument));
                check.AppId(argument);
                break;
            case ISimpleAssignmentOperation assignment:
                check.Assignment(assignment);
                check.Sink(checks.Keyed.Of(assignment));
                check.AppId(assignment);
                break;
            case IDeconstructionAssignmentOperation deconstruction:
                check.Deconstruction(deconstruction);
                break;
            case IAssignmentOperation assignment:
                check.Sink(checks.Named.Of(assignment));
                break;
            case IVariableDeclaratorOperation declarator:
                check.Declarator(declarator);
                break;
            case ISymbolInitializerOperation initializer:
                check.Sink(checks.Named.Of(initializer));
                break;
            case IReturnOperation returned:
                check.Returned(checks.Named.Of(returned, context.ContainingSymbol), context.ContainingSymbol as IMethodSymbol);
                break;
            case ICoalesceOperation coalesce:
                check.Sink(checks.Keyed.Of(coalesce));
                break;
            case ITupleOperation tuple:
                check.Tuple(tuple);
                check.Sink(checks.Keyed.Of(tuple));
                break;
            case IBinaryOperation binary:
                check.Comparison(binary);
                check.Composite(binary);
                break;
            case IIsPatternOperation test:
                check.Comparison(test);
                break;
            case IInterpolatedStringOperation interpolated:
                check.Composite(interpolated);
                break;
            case IInvocationOperation invocation:
                check.Sink(checks.Keyed.Of(invocation));
                check.Comparison(invocation);
                check.Composite(invocation);
                check.Message(invocation);
                break;
            case IObjectCreationOperation creation:
                check.Sink(checks.Keyed.Of(creation));
                check.Sink(CryptoSinks.Of(creation));
                check.Characters(creation);
                check.Message(creation);
                break;
            case IFieldReferenceOperation field:
                check.LibraryConstant(field);
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

        var isRazor = RazorSource.IsRazor(tree);
        checks = isGenerated && !isRazor ? null : new TreeChecks(SecretOptions.Read(_options.AnalyzerConfigOptionsProvider.GetOptions(tree)), _reporter);
        checks = checks?.Options.Excludes(tree.FilePath) == true ? null : checks;
        _trees.TryAdd(tree, checks);
        return checks;
    }
}
