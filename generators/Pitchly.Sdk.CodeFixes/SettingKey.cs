using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pitchly.CodeFixes;

/// <summary>Names the setting for a secret after the sink that takes it. Two secrets never get the same name.</summary>
internal static class SettingKey
{
    private const string Section = "Pitchly:";

    private const string DefaultName = "AppSecret";

    public static string Of(SyntaxNode root, SemanticModel model, ExpressionSyntax secret)
    {
        var name = NameOf(model, secret);
        var texts = root.DescendantNodes().OfType<LiteralExpressionSyntax>().Where(other => other.Token.Value is string { Length: > 0 })
            .ToList();
        var number = 1 + texts
            .Where(other => other.SpanStart < secret.SpanStart && NameOf(model, other) == name)
            .Select(other => other.Token.ValueText)
            .Where(text => text != (secret as LiteralExpressionSyntax)?.Token.ValueText)
            .Distinct()
            .Count();
        var used = new HashSet<string>(texts.Select(text => text.Token.ValueText.Replace("__", ":")));
        while (used.Contains(Numbered(name, number)))
        {
            number++;
        }

        return Numbered(name, number);
    }

    private static string Numbered(string name, int number) =>
        Section + name + (number == 1 ? "" : number.ToString(CultureInfo.InvariantCulture));

    private static string NameOf(SemanticModel model, ExpressionSyntax secret)
    {
        foreach (var node in secret.Ancestors())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name }:
                    return Named(name.Identifier.ValueText);
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access }:
                    return Named(access.Name.Identifier.ValueText);
                case ArgumentSyntax argument:
                    return Named((model.GetOperation(argument) as IArgumentOperation)?.Parameter?.Name ?? "");
                case VariableDeclaratorSyntax variable:
                    return Named(variable.Identifier.ValueText);
                case PropertyDeclarationSyntax property:
                    return Named(property.Identifier.ValueText);
                case StatementSyntax or MemberDeclarationSyntax:
                    return DefaultName;
            }
        }

        return DefaultName;
    }

    private static string Named(string name)
    {
        var bare = name.TrimStart('_');
        var isOfSecret = new[] { "secret", "token", "key", "password" }.Any(noun =>
            bare.EndsWith(noun, StringComparison.OrdinalIgnoreCase));
        return bare.Length == 0 || !isOfSecret ? DefaultName : char.ToUpperInvariant(bare[0]) + bare.Substring(1);
    }
}
