using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.CodeFixes;

/// <summary>Names the setting that a secret should come from, by the place that takes it.</summary>
internal static class SettingKey
{
    private const string Section = "Pitchly:";

    private const string Standard = "AppSecret";

    public static string Of(ExpressionSyntax secret)
    {
        foreach (var node in secret.Ancestors())
        {
            switch (node)
            {
                case AssignmentExpressionSyntax { Left: IdentifierNameSyntax name }:
                    return Named(name.Identifier.ValueText);
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax access }:
                    return Named(access.Name.Identifier.ValueText);
                case ArgumentSyntax { NameColon: { } colon }:
                    return Named(colon.Name.Identifier.ValueText);
                case VariableDeclaratorSyntax variable:
                    return Named(variable.Identifier.ValueText);
                case PropertyDeclarationSyntax property:
                    return Named(property.Identifier.ValueText);
                case StatementSyntax or MemberDeclarationSyntax:
                    return Section + Standard;
            }
        }

        return Section + Standard;
    }

    private static string Named(string name)
    {
        var bare = name.TrimStart('_');
        return bare.Length == 0 || !bare.EndsWith("secret", StringComparison.OrdinalIgnoreCase)
            && !bare.EndsWith("token", StringComparison.OrdinalIgnoreCase) && !bare.EndsWith("key", StringComparison.OrdinalIgnoreCase)
            ? Section + Standard
            : Section + char.ToUpperInvariant(bare[0]) + bare.Substring(1);
    }
}
