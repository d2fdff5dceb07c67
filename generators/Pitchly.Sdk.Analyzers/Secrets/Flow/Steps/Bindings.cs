using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from a variable that a loop or a pattern declares to the collection or to the matched value.</summary>
internal sealed class Bindings : IStep
{
    public StepResult? Trace(Place place, IWalk walk) =>
        place.Operation is ILocalReferenceOperation local ? walk.DeclarationOf(local.Local) switch
        {
            // A character or number is traced as the whole value that it is part of.
            ForEachStatementSyntax loop when local.Type is { IsValueType: true, SpecialType: not SpecialType.None } =>
                StepResult.From(place.At(walk.OperationOf(loop.Expression))),
            ForEachStatementSyntax loop => StepResult.From(place.PartOf(walk.OperationOf(loop.Expression), Part.Each)),
            SingleVariableDesignationSyntax designation when Designation.PatternOf(designation) is { } pattern =>
                OfPattern(pattern, place, walk),
            SingleVariableDesignationSyntax designation when Designation.LoopOf(designation) is { } loop =>
                OfDeconstruction(loop, designation, place, walk),
            _ => null,
        } : null;

    /// <summary>
    /// Returns the value that a pattern names: the matched value, or the part of it that the enclosing patterns select.
    /// </summary>
    private static StepResult? OfPattern(SyntaxNode pattern, Place place, IWalk walk)
    {
        var path = new List<Part>();
        for (var node = pattern; node.Parent is { } parent; node = parent)
        {
            switch (parent)
            {
                case SubpatternSyntax { ExpressionColon.Expression: { } members }:
                    path.InsertRange(0, members.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                        .Select(name => Part.Member(name.Identifier.ValueText)));
                    break;
                case SubpatternSyntax { Parent: PositionalPatternClauseSyntax positions } part:
                    path.Insert(0, Part.Position(positions.Subpatterns.IndexOf(part)));
                    break;
                case ListPatternSyntax list:
                    path.Insert(0, Part.Element(list.Patterns.TakeWhile(one => one is not SlicePatternSyntax).ToList()
                        .FindIndex(one => one == node)));
                    break;
                case IsPatternExpressionSyntax { Expression: var matched }:
                    return StepResult.From(place.PartOf(walk.OperationOf(matched), [.. path]));
                case SwitchStatementSyntax { Expression: var matched }:
                    return StepResult.From(place.PartOf(walk.OperationOf(matched), [.. path]));
                case SwitchExpressionSyntax { GoverningExpression: var matched }:
                    return StepResult.From(place.PartOf(walk.OperationOf(matched), [.. path]));
                case StatementSyntax:
                    return null;
            }
        }

        return null;
    }

    private static StepResult? OfDeconstruction(ForEachVariableStatementSyntax loop, SyntaxNode designation, Place place, IWalk walk)
    {
        var variables = designation.Parent is ParenthesizedVariableDesignationSyntax several ? several.Variables : default;
        var index = variables.IndexOf(variable => variable == designation);
        return StepResult.From(place.PartOf(walk.OperationOf(loop.Expression), Part.Each, Part.Position(index)));
    }
}
