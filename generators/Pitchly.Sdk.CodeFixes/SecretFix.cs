using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace Pitchly.CodeFixes;

/// <summary>
/// Fixes PITCHLY3001 to PITCHLY3003: on a server, reads the secret from configuration or the environment instead; in a client, removes it.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp), Shared]
public sealed class SecretFix : CodeFixProvider
{
    private const string FromConfiguration = nameof(FromConfiguration);

    private const string Removed = nameof(Removed);

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["PITCHLY3001", "PITCHLY3002", "PITCHLY3003"];

    /// <inheritdoc/>
    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = await context.Document.GetSyntaxRootAsync(context.CancellationToken).ConfigureAwait(false);
        var model = await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false);
        if (root is null || model is null)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics.Where(one => one.Location.IsInSource))
        {
            if (SecretExpression.Of(root, diagnostic) is not { } secret
                || model.GetTypeInfo(secret, context.CancellationToken).Type is not { SpecialType: SpecialType.System_String })
            {
                continue;
            }

            if (diagnostic.Severity == DiagnosticSeverity.Error)
            {
                if (Removal.Of(root, secret) is { } removed)
                {
                    context.RegisterCodeFix(
                        CodeAction.Create("Remove the secret; clients sign in with PitchlyAppClient.ConnectAsync", _ =>
                            Task.FromResult(context.Document.WithSyntaxRoot(removed)), Removed),
                        diagnostic);
                }
            }
            else if (CanBeReadAtRunTime(secret))
            {
                var key = SettingKey.Of(root, model, secret);
                context.RegisterCodeFix(
                    CodeAction.Create(
                        $"Read '{key}' from configuration (set it with: dotnet user-secrets set \"{key}\" …)",
                        _ => Task.FromResult(context.Document.WithSyntaxRoot(Replace(root, model, secret, key))),
                        FromConfiguration),
                    diagnostic);
            }
        }
    }

    /// <summary>Determines whether the secret can be read at run time. Constants, defaults, and attributes cannot read a value.</summary>
    private static bool CanBeReadAtRunTime(ExpressionSyntax secret) => !secret.Ancestors().Any(one => one switch
    {
        AttributeSyntax or ParameterSyntax => true,
        FieldDeclarationSyntax field => field.Modifiers.Any(SyntaxKind.ConstKeyword),
        LocalDeclarationStatementSyntax local => local.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    });

    private static SyntaxNode Replace(SyntaxNode root, SemanticModel model, ExpressionSyntax secret, string key)
    {
        var read = FallbackOf(secret) is { } setting ? $"throw new InvalidOperationException(\"Set {setting}.\")"
            : ConfigurationInScope(model, secret) is { } configuration ? ReadOrThrow($"{configuration}[\"{key}\"]", key)
            : ReadOrThrow($"Environment.GetEnvironmentVariable(\"{key.Replace(":", "__")}\")", key.Replace(":", "__"));
        var expression = SyntaxFactory.ParseExpression(read);
        var needsParentheses = FallbackOf(secret) is null
            && secret.Parent is BinaryExpressionSyntax or MemberAccessExpressionSyntax or ConditionalExpressionSyntax;
        ExpressionSyntax replacement = needsParentheses ? SyntaxFactory.ParenthesizedExpression(expression) : expression;
        var changed = (CompilationUnitSyntax)root.ReplaceNode(secret, replacement.WithTriviaFrom(secret)
            .WithAdditionalAnnotations(Formatter.Annotation));
        return model.Compilation.GetTypeByMetadataName("System.Environment") is not null && !ImportsSystem(model, secret)
            ? changed.AddUsings(SyntaxFactory.UsingDirective(SyntaxFactory.ParseName("System")).NormalizeWhitespace()
                .WithTrailingTrivia(SyntaxFactory.ElasticLineFeed))
            : changed;
    }

    private static string ReadOrThrow(string read, string name) => $"{read} ?? throw new InvalidOperationException(\"Set {name}.\")";

    /// <summary>Returns the setting that has the secret as its fallback: <c>configuration["…"] ?? "…"</c>.</summary>
    private static string? FallbackOf(ExpressionSyntax secret)
    {
        if (secret.Parent is not BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } fallback
            || fallback.Right != secret)
        {
            return null;
        }

        var key = fallback.Left.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().LastOrDefault()?.Token.Value as string;
        return key ?? fallback.Left.ToString().Replace("\"", "");
    }

    private static bool ImportsSystem(SemanticModel model, ExpressionSyntax at) =>
        model.LookupNamespacesAndTypes(at.SpanStart, name: "InvalidOperationException").Length > 0;

    /// <summary>Returns the name of an IConfiguration that the code can read at this location.</summary>
    private static string? ConfigurationInScope(SemanticModel model, ExpressionSyntax at) => model.LookupSymbols(at.SpanStart)
        .Where(symbol => symbol is ILocalSymbol or IParameterSymbol or IFieldSymbol or IPropertySymbol)
        .Where(symbol => symbol is not ILocalSymbol local
            || local.DeclaringSyntaxReferences.All(reference => reference.Span.End < at.SpanStart))
        .FirstOrDefault(symbol => IsConfiguration(TypeOf(symbol)) && !NeedsInstance(symbol, at))?.Name;

    /// <summary>
    /// Determines whether a symbol needs an instance that is not available. An initializer cannot read members of the instance that it
    /// initializes.
    /// </summary>
    private static bool NeedsInstance(ISymbol symbol, ExpressionSyntax at) =>
        symbol is IFieldSymbol or IPropertySymbol && !symbol.IsStatic && IsInitializer(at);

    private static bool IsInitializer(ExpressionSyntax at) =>
        at.FirstAncestorOrSelf<EqualsValueClauseSyntax>()?.Parent is PropertyDeclarationSyntax
            or VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax };

    private static bool IsConfiguration(ITypeSymbol? type) =>
        type is not null && (type.Name is "IConfiguration" or "IConfigurationRoot"
            || type.AllInterfaces.Any(one => one.Name == "IConfiguration"));

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };
}
