using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pitchly.Analyzers.Secrets.Flow.Source;

/// <summary>Distinguishes variables that a loop or pattern declares, which are written when they are matched, from others.</summary>
internal static class Designation
{
    public static bool IsMatched(SyntaxNode? declaration) => declaration switch
    {
        ForEachStatementSyntax => true,
        SingleVariableDesignationSyntax designation => PatternOf(designation) is not null || LoopOf(designation) is not null,
        _ => false,
    };

    public static SyntaxNode? PatternOf(SingleVariableDesignationSyntax designation) =>
        designation.Parent is DeclarationPatternSyntax or VarPatternSyntax or RecursivePatternSyntax or ListPatternSyntax
            ? designation.Parent : null;

    public static ForEachVariableStatementSyntax? LoopOf(SingleVariableDesignationSyntax designation) =>
        designation.FirstAncestorOrSelf<ForEachVariableStatementSyntax>() is { } loop
            && loop.Variable.Span.Contains(designation.Span)
            ? loop
            : null;
}
