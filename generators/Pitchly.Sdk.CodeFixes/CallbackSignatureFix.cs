using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using Pitchly.Analyzers.Use;

namespace Pitchly.CodeFixes;

/// <summary>Fixes PITCHLY2001: gives a method the signature of the callback that it is meant to be.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class CallbackSignatureFix : CodeFixProvider
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PITCHLY2001"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (root?.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                && SignatureOf(diagnostic) is { } signature
                && SyntaxFactory.ParseMemberDeclaration($"public {signature} {{ }}") is MethodDeclarationSyntax right)
            {
                context.RegisterCodeFix(
                    CodeAction.Create($"Change the signature to '{signature}'", _ =>
                        Task.FromResult(context.Document.WithSyntaxRoot(root.ReplaceNode(method, Rewrite(method, right)))),
                        nameof(CallbackSignatureFix)),
                    diagnostic);
            }
        }
    }

    private static string? SignatureOf(Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(CallbackCheck.SignatureProperty, out var signature) ? signature : null;

    /// <summary>Replaces the signature. Keeps the body, and the method's parameter names if the number of parameters matches.</summary>
    private static MethodDeclarationSyntax Rewrite(MethodDeclarationSyntax method, MethodDeclarationSyntax right)
    {
        var isExplicit = method.ExplicitInterfaceSpecifier is not null;
        var isAsync = method.Modifiers.Any(SyntaxKind.AsyncKeyword);
        var kept = method.ParameterList.Parameters;
        var parameters = right.ParameterList.Parameters.Select((parameter, index) =>
            kept.Count == right.ParameterList.Parameters.Count ? parameter.WithIdentifier(kept[index].Identifier.WithoutTrivia())
                : parameter);
        var modifiers = new List<SyntaxToken>();
        if (!isExplicit)
        {
            modifiers.Add(SyntaxFactory.Token(SyntaxKind.PublicKeyword));
        }

        if (isAsync)
        {
            modifiers.Add(SyntaxFactory.Token(SyntaxKind.AsyncKeyword));
        }

        return WithValueTaskBody(method, isAsync)
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithReturnType(right.ReturnType)
            .WithIdentifier(right.Identifier.WithTriviaFrom(method.Identifier))
            .WithParameterList(SyntaxFactory.ParameterList(SyntaxFactory.SeparatedList(parameters)).WithTriviaFrom(method.ParameterList))
            .WithLeadingTrivia(method.GetLeadingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    /// <summary>Changes a body that returns nothing, or a Task, into one that returns a ValueTask.</summary>
    private static MethodDeclarationSyntax WithValueTaskBody(MethodDeclarationSyntax method, bool isAsync)
    {
        if (isAsync)
        {
            return method;
        }

        var returnsNothing = method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword };
        var returnsTask = method.ReturnType is IdentifierNameSyntax { Identifier.ValueText: "Task" };
        var end = SyntaxFactory.ParseStatement("return default;");
        return method switch
        {
            { Body: { } body } when returnsNothing => method.WithBody(body.AddStatements(end)),
            { ExpressionBody: { } arrow } when returnsNothing => method
                .WithExpressionBody(null).WithSemicolonToken(default)
                .WithBody(SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrivia()), end)),
            { ExpressionBody: { } arrow } when returnsTask =>
                method.WithExpressionBody(arrow.WithExpression(AsValueTask(arrow.Expression))),
            { Body: not null } when returnsTask => method.ReplaceNodes(
                method.Body!.DescendantNodes(node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
                    .OfType<ReturnStatementSyntax>().Where(one => one.Expression is not null),
                (one, _) => one.WithExpression(AsValueTask(one.Expression!))),
            _ => method,
        };
    }

    private static ExpressionSyntax AsValueTask(ExpressionSyntax task) =>
        SyntaxFactory.ParseExpression($"new ValueTask({task.WithoutTrivia()})").WithTriviaFrom(task);
}
