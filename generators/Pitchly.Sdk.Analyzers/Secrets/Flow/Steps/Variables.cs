using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>Steps from a local variable or a parameter to the values that the method itself wrote to it before.</summary>
internal sealed class Variables : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        switch (place.Operation)
        {
            case ILocalReferenceOperation local
                when walk.DeclarationOf(local.Local) is var declaration && !Designation.IsMatched(declaration):
                return StepResult.From(OnlyValueOf(local, declaration, place) is { } value
                    ? place.At(walk.OperationOf(value))
                    : ReadsOf.Variable(place, walk).SelectMany(definition => Definitions.Before(definition, place, walk)));
            case IParameterReferenceOperation parameter
                when ReadsOf.Parameter(parameter, place, walk) is { Definitions: { IsEmpty: false } definitions }:
                return StepResult.From(definitions.SelectMany(definition => Definitions.Before(definition, place, walk)));
            default:
                return null;
        }
    }

    /// <summary>
    /// Returns the initializer of a variable that nothing else writes, which avoids the control flow graph; otherwise,
    /// <see langword="null"/>.
    /// </summary>
    private static ExpressionSyntax? OnlyValueOf(ILocalReferenceOperation local, SyntaxNode? declaration, Place place)
    {
        if (place.First is { Kind: not (PartKind.Each or PartKind.Any) }
            || declaration is not VariableDeclaratorSyntax { Initializer.Value: { } value })
        {
            return null;
        }

        var scope = declaration.Ancestors().FirstOrDefault(node =>
            node is BlockSyntax or CompilationUnitSyntax or SwitchSectionSyntax or ForStatementSyntax or UsingStatementSyntax);
        var isOnly = local.Local.IsConst || scope is not null && !Writes.AnyIn(scope, local.Local.Name);
        return !isOnly ? null : value is RefExpressionSyntax alias ? alias.Expression : value;
    }
}
