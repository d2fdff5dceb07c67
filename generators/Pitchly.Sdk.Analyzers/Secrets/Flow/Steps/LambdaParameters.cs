using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pitchly.Analyzers.Secrets.Flow.Source;

namespace Pitchly.Analyzers.Secrets.Flow.Steps;

/// <summary>
/// Steps from a parameter of a lambda, or a variable of a query, to the argument that it is called with or the collection that it ranges
/// over.
/// </summary>
internal sealed class LambdaParameters : IStep
{
    public StepResult? Trace(Place place, IWalk walk)
    {
        if (place.Operation is not IParameterReferenceOperation { Parameter: var parameter }
            || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } lambda
            || Frame.Binding(place.Frame, parameter) is not null)
        {
            return null;
        }

        var syntax = walk.DeclarationOf(lambda);
        if (CollectionOf(syntax, walk) is { } collection)
        {
            // A character is traced as the whole text that it is part of.
            return StepResult.From(parameter.Type.SpecialType is SpecialType.System_Char or SpecialType.System_Byte ? place.At(collection)
                : place.PartOf(collection, Part.Each));
        }

        if (CallsOf(syntax, walk).Where(call => call.Arguments.Length > parameter.Ordinal).ToList() is { Count: > 0 } calls)
        {
            return StepResult.From(calls.SelectMany(call => place.At(call.Arguments[parameter.Ordinal].Value, null)));
        }

        return place.Operation.Syntax.FirstAncestorOrSelf<QueryExpressionSyntax>() is { } query
            ? OfRangeVariable(query, parameter.Name, place, walk) : null;
    }

    /// <summary>Returns the collection for whose elements a .NET function calls the lambda.</summary>
    private static IOperation? CollectionOf(SyntaxNode? lambda, IWalk walk) =>
        lambda?.Parent is ArgumentSyntax
            && walk.OperationOf(lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>()) is IInvocationOperation call
            ? KnownFunctions.IsSequence(call.TargetMethod) || call.TargetMethod.Name == "ForEach" ? CallArguments.Receiver(call) : null
            : null;

    /// <summary>
    /// Returns the calls of a lambda that is stored in a variable, passed to a method of the source, or assigned to a member or event.
    /// </summary>
    private static IEnumerable<IInvocationOperation> CallsOf(SyntaxNode? lambda, IWalk walk)
    {
        var (scope, name) = lambda?.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } =>
                (MethodFlow.MemberAround(variable) ?? variable, variable.Identifier.ValueText),
            ArgumentSyntax argument
                when walk.OperationOf(argument) is IArgumentOperation
                {
                    Parameter: { } taker,
                    Parent: IInvocationOperation { TargetMethod: { } method }
                } =>
                (walk.BodyOf(method), taker.Name),
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax member } assignment when assignment.Right == lambda =>
                (lambda.FirstAncestorOrSelf<TypeDeclarationSyntax>(), member.Identifier.ValueText),
            _ => (null, ""),
        };
        return scope is null ? [] : Occurrences.Within(scope, name)
            .Select(token => token.Parent!)
            .SelectMany(called =>
                new SyntaxNode?[] { called.FirstAncestorOrSelf<InvocationExpressionSyntax>(),
                (called.Parent as ConditionalAccessExpressionSyntax)?.WhenNotNull })
            .OfType<InvocationExpressionSyntax>()
            .Distinct()
            .Select(walk.OperationOf)
            .OfType<IInvocationOperation>()
            .Where(call => call.TargetMethod.MethodKind == MethodKind.DelegateInvoke);
    }

    /// <summary>Returns the collection that a query variable ranges over, or the value that it is set to.</summary>
    private static StepResult? OfRangeVariable(QueryExpressionSyntax query, string name, Place place, IWalk walk)
    {
        foreach (var clause in query.DescendantNodesAndSelf())
        {
            switch (clause)
            {
                case FromClauseSyntax source when source.Identifier.ValueText == name:
                    return StepResult.From(place.PartOf(walk.OperationOf(source.Expression), Part.Each));
                case LetClauseSyntax let when let.Identifier.ValueText == name:
                    return StepResult.From(place.At(walk.OperationOf(let.Expression)));
            }
        }

        return null;
    }
}
